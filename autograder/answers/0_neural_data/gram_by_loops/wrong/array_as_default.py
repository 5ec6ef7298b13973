# diagnosis: result_kept
def gram_by_loops(X, M=np.zeros((40, 40))):
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M[: len(X), : len(X)]
