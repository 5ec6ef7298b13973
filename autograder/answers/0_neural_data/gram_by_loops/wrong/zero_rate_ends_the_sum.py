# diagnosis: stops_at_zero_rate
# points: 0
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                if not X[i, n]:
                    break
                M[i, j] += X[i, n] * X[j, n]
    return M
