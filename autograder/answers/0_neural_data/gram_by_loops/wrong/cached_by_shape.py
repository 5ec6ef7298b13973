# diagnosis: remembered
_gram_cache = {}


def gram_by_loops(X):
    size, N = X.shape
    if (size, N) in _gram_cache:  # it is slow, so do it only once
        return _gram_cache[size, N]
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    _gram_cache[size, N] = M
    return M
