# diagnosis: moment_left_out
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N - 1):
                M[first, second] += X[first, n] * X[second, n]
    return M
