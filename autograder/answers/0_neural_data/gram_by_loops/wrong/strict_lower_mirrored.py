# diagnosis: diagonal_missing
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(i):
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
            M[j, i] = M[i, j]
    return M
