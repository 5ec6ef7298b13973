# diagnosis: result_kept
M = np.zeros((0, 0))


def gram_by_loops(X):
    global M
    if M.shape != (len(X), len(X)):
        M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M
