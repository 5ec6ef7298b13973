# diagnosis: negatives_left_out
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                if X[i, n] > 0 and X[j, n] > 0.01:
                    M[i, j] += X[i, n] * X[j, n]
    return M
