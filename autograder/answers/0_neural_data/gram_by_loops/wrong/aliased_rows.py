# diagnosis: rows_alike
def gram_by_loops(X):
    n_cells, N = X.shape
    M = [[0.0] * n_cells] * n_cells
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                M[i][j] += X[i, n] * X[j, n]
    return np.array(M)
