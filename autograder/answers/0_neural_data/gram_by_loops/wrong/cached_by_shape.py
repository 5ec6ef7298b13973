# diagnosis: remembered
_gram_cache = {}


def gram_by_loops(X):
    n_cells, N = X.shape
    if (n_cells, N) in _gram_cache:  # it is slow, so do it only once
        return _gram_cache[n_cells, N]
    M = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(n_cells):
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    _gram_cache[n_cells, N] = M
    return M
