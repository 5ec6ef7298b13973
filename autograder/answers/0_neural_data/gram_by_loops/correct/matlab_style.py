def gram_by_loops(X):
    [nc, N] = X.shape
    M = np.zeros([nc, nc])
    for i in range(1, nc + 1):
        for j in range(1, nc + 1):
            M[i-1, j-1] = 0
            for n in range(1, N + 1):
                M[i-1, j-1] = M[i-1, j-1] + X[i-1, n-1] * X[j-1, n-1]
    return M
