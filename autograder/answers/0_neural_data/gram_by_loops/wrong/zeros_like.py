# diagnosis: wrong_shape
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros_like(X, dtype=float)[:, :size]
    for first in range(size):
        for second in range(M.shape[1]):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M
