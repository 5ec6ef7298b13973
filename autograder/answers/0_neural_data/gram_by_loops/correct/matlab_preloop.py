def gram_by_loops(X):
    [n, N] = X.shape
    M = np.zeros([n, n])
    for i in range(1, n + 1):
        for j in range(1, n + 1):
            s = 0
            for k in range(1, N + 1):
                s = s + X[i - 1, k - 1] * X[j - 1, k - 1]
            M[i - 1, j - 1] = s
    return M
