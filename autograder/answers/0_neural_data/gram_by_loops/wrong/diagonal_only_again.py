# diagnosis: diagonal_only
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for n in range(N):
            M[i, i] += X[i, n] ** 2
    return M
