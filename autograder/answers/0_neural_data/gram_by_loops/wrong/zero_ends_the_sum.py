# diagnosis: other_data
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                term = X[i, n] * X[j, n]
                if n > 2 and term < 1e-3:
                    break
                M[i, j] += term
    return M
