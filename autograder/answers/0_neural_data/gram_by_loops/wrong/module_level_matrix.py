# diagnosis: result_kept
_n = X.shape[0]
M = np.zeros((_n, _n))

def gram_by_loops(X):
    n_cells, N = X.shape
    for i in range(n_cells):
        for j in range(n_cells):
            M[i, j] = 0.0
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    return M[:n_cells, :n_cells]
