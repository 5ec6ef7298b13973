def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells), dtype=np.float64)
    for n in range(N):
        x = X[:, n]
        M = M + np.outer(x, x)
    return M
