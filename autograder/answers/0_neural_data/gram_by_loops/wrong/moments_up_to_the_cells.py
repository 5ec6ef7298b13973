# diagnosis: as_many_as_cells
def gram_by_loops(X):
    n_cells = X.shape[0]
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(n_cells):
                M[i, j] += X[i, n] * X[j, n]
    return M
