# diagnosis: wrong_shape
def gram_by_loops(x):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            M[i, j] = sum(X[i] * X[j])
    return M
