def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for n in reversed(range(X.shape[1])):
        for j in range(len(X)):
            for i in range(len(X)):
                M[i, j] -= -X[i, n] * X[j, n]
    return M
