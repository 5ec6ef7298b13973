# diagnosis: indices_exchanged
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(size):
        for b in range(size):
            for n in range(size):
                M[a, b] += X[a, n] * X[n, b]
    return M
