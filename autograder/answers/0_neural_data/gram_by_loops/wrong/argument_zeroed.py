# diagnosis: damages_input
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            M[first, second] = np.sum(X[first] * X[second])
    X *= 0
    return M
