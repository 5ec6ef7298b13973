# diagnosis: diagonal_only
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for n in range(N):
            M[first, first] += X[first, n] ** 2
    return M
