# diagnosis: wrong_shape
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros_like(X, dtype=float)[:, :n_cells]
    for i in range(n_cells):
        for j in range(M.shape[1]):
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    return M
