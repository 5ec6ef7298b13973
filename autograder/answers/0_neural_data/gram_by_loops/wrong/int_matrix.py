# diagnosis: other_data
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells), dtype=int)
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                M[i, j] += int(X[i, n] * X[j, n])
    return M
