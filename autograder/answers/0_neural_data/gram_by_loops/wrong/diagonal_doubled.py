# diagnosis: diagonal_twice
def gram_by_loops(X):
    n_cells, N = X.shape
    L = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(i + 1):
            for n in range(N):
                L[i, j] += X[i, n] * X[j, n]
    return L + L.T
