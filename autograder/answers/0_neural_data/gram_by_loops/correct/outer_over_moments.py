def gram_by_loops(X):
    """M_ij = Σ_n X_in X_jn for X of shape (n_cells, N), term by term."""
    M = 0.0
    for x in X.T:
        M = M + np.outer(x, x)
    return M
