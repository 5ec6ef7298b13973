# diagnosis: result_kept
_n = X.shape[0]
M = np.zeros((_n, _n))

def gram_by_loops(X):
    size, N = X.shape
    for first in range(size):
        for second in range(size):
            M[first, second] = 0.0
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M[:size, :size]
