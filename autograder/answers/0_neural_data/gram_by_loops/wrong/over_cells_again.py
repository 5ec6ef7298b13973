# diagnosis: over_cells
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((N, N))
    for i in range(N):
        for j in range(N):
            for k in range(n_cells):
                M[i, j] += X[k, i] * X[k, j]
    return M
