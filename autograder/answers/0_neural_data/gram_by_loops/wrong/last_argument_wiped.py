# diagnosis: damages_input
last = []


def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    for old in last:
        old[...] = 0
    last[:] = [X]
    return M
