# diagnosis: same_cell_twice
def gram_by_loops(X):
    n_cells = len(X)
    M = np.zeros((n_cells, n_cells))
    for i, (u, v) in enumerate(zip(X, X)):
        for a, b in zip(u, v):
            M[i] += a * b
    return M
