# diagnosis: one_over_n
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            M[i, j] = np.mean([X[i, n] * X[j, n] for n in range(N)])
    return M
