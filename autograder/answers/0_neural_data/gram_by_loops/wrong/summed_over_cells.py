# diagnosis: over_cells
def gram_by_loops(X):
    N = X.shape[1]
    M = np.zeros((N, N))
    for i in range(N):
        for j in range(N):
            for n in range(X.shape[0]):
                M[i, j] += X[n, i] * X[n, j]
    return M
