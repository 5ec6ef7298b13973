# diagnosis: one_over_n
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            M[first, second] = np.mean([X[first, n] * X[second, n] for n in range(N)])
    return M
