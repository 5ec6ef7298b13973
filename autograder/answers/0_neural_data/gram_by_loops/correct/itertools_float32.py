from itertools import product


def gram_by_loops(X):
    n_cells, N = np.shape(X)
    M = np.zeros((n_cells, n_cells), dtype=np.float32)
    for i, j in product(range(n_cells), repeat=2):
        total = 0.0
        for n in range(N):
            total += X[i, n] * X[j, n]
        M[i, j] = total
    return M
