# diagnosis: rounded
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            s = 0
            for n in range(N):
                s += X[i, n] * X[j, n]
            M[i, j] = round(float(s), 2)
    return M
