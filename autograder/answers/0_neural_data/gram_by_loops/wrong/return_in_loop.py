# diagnosis: first_row_only
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
        return M
