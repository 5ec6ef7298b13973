# diagnosis: raised
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (size, N), term by term."""
    size, N = 25, X.shape[1]
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M
