# diagnosis: other_data
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                term = X[first, n] * X[second, n]
                if n > 2 and term < 1e-3:
                    break
                M[first, second] += term
    return M
