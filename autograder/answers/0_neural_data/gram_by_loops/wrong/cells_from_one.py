# diagnosis: first_cell_left_out
# points: 0
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(1, n_cells):
        for j in range(1, n_cells):
            M[i, j] = sum(X[i, n] * X[j, n] for n in range(N))
    return M
