# diagnosis: wrong_shape
def gram_by_loops(x):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            M[first, second] = sum(X[first] * X[second])
    return M
