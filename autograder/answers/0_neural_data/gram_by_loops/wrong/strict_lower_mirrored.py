# diagnosis: diagonal_missing
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(first):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
            M[second, first] = M[first, second]
    return M
