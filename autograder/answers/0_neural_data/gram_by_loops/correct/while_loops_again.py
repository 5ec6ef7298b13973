def gram_by_loops(X):
    rows = X.shape[0]; cols = X.shape[1]
    M = np.empty((rows, rows))
    i = 0
    while i < rows:
        j = 0
        while j < rows:
            acc = 0.0
            n = 0
            while n < cols:
                acc += X[i, n] * X[j, n]
                n += 1
            M[i, j] = acc
            j += 1
        i += 1
    return M
