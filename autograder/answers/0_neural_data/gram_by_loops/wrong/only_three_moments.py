# diagnosis: three_moments
def gram_by_loops(X):
    n_cells = X.shape[0]
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(min(3, X.shape[1])):
                M[i, j] += X[i, n] * X[j, n]
    return M
