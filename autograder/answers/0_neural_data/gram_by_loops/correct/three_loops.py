def gram_by_loops(X):
    k, moments = X.shape
    M = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            for n in range(moments):
                M[i, j] += X[i, n] * X[j, n]
    return M
