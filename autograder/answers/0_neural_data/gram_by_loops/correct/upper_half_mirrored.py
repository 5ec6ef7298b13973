def gram_by_loops(X):
    k = len(X)
    M = np.empty((k, k))
    for i in range(k):
        for j in range(i, k):
            total = 0.0
            for n in range(X.shape[1]):
                total = total + X[i, n] * X[j, n]
            M[i, j] = M[j, i] = total
    return M
