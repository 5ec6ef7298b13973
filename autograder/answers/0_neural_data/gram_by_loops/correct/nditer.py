def gram_by_loops(X):
    cells = len(X)
    M = np.zeros((cells, cells))
    for i, j in np.ndindex(cells, cells):
        M[i, j] = sum(X[i, n] * X[j, n] for n in range(X.shape[1]))
    return M
