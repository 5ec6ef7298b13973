# diagnosis: diagonal_only
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for n in range(X.shape[1]):
            M[i, i] += X[i, n] * X[i, n]
    return M
