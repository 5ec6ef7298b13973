# diagnosis: raised
def gram_by_loops(X):
    M = np.zeros((25, 25))
    for i in range(25):
        for j in range(25):
            for n in range(6000):
                M[i, j] += X[i, n] * X[j, n]
    return M
