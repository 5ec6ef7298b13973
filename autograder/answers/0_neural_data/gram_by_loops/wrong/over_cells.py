# diagnosis: over_cells
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((N, N))
    for i in range(N):
        for j in range(N):
            for c in range(n_cells):
                M[i, j] += X[c, i] * X[c, j]
    return M
