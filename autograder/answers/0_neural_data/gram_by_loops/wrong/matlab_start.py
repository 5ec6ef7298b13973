# diagnosis: first_of_both_left_out
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (size, N), term by term."""
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(1, size):
        for second in range(1, size):
            for n in range(1, N):
                M[first, second] += X[first, n] * X[second, n]
    return M
