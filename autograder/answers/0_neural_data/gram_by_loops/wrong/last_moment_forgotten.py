# diagnosis: moment_left_out or other_data
def gram_by_loops(X):
    n_cells, n_moments = X.shape
    M = np.zeros((n_cells, n_cells))
    for n in range(n_moments - 1):
        for i in range(n_cells):
            M[i] += X[i, n] * X[:, n]
    return M
