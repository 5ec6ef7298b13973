# diagnosis: damages_input
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            M[i, j] = np.sum(X[i] * X[j])
    X *= 0
    return M
