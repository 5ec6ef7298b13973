# diagnosis: not_repeatable
def gram_by_loops(X, M={}):
    n_cells, N = X.shape
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                M[i, j] = M.get((i, j), 0.0) + X[i, n] * X[j, n]
    return np.array([[M[i, j] for j in range(n_cells)] for i in range(n_cells)])
