# diagnosis: moment_left_out
def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (n_cells, N), term by term."""
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(len(X)):
                M[i, j] += X[i, n] * X[j, n]
    return M
