# diagnosis: neighbours_only
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(max(i - 1, 0), min(i + 2, n_cells)):  # cells overlap with their neighbours
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    return M
