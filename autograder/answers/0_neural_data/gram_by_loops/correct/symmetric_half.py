def gram_by_loops(X):
    size = X.shape[0]
    M = np.empty((size, size))
    for first in range(size):
        for second in range(first + 1):
            s = 0.0
            for a, b in zip(X[first], X[second]):
                s += a * b
            M[first, second] = M[second, first] = s
    return M
