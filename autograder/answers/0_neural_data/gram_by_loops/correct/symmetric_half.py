def gram_by_loops(X):
    n_cells = X.shape[0]
    M = np.empty((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(i + 1):
            s = 0.0
            for a, b in zip(X[i], X[j]):
                s += a * b
            M[i, j] = M[j, i] = s
    return M
