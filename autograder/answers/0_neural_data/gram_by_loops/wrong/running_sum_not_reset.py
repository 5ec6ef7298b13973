# diagnosis: running_on
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    s = 0.0
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                s += X[i, n] * X[j, n]
            M[i, j] = s
    return M
