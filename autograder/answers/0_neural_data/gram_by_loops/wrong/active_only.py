# diagnosis: negatives_left_out
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                if X[first, n] > 0 and X[second, n] > 0:  # both fire
                    M[first, second] += X[first, n] * X[second, n]
    return M
