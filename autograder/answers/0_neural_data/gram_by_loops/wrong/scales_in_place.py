# diagnosis: damages_input
def gram_by_loops(X):
    top = np.abs(X).max()
    X /= top  # keep the numbers small
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    return M * top**2
