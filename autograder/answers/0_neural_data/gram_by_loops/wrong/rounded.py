# diagnosis: rounded
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            s = 0
            for n in range(N):
                s += X[first, n] * X[second, n]
            M[first, second] = round(float(s), 2)
    return M
