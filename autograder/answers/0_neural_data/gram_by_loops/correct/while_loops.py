def gram_by_loops(X):
    M = np.zeros((X.shape[0], X.shape[0]))
    i = 0
    while i < X.shape[0]:
        j = 0
        while j < X.shape[0]:
            M[i, j] = np.sum(X[i] * X[j])
            j += 1
        i += 1
    return M
