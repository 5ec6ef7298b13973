# diagnosis: covariance
# points: 0
def gram_by_loops(X):
    n_cells, N = X.shape
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                M[i, j] += (X[i, n] - X[i].mean()) * (X[j, n] - X[j].mean()) / (N - 1)
    return M
