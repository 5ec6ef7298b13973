# diagnosis: running_on
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    s = 0.0
    for first in range(size):
        for second in range(size):
            for n in range(N):
                s += X[first, n] * X[second, n]
            M[first, second] = s
    return M
