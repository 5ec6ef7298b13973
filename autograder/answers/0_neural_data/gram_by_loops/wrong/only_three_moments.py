# diagnosis: three_moments
def gram_by_loops(X):
    size = X.shape[0]
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(min(3, X.shape[1])):
                M[first, second] += X[first, n] * X[second, n]
    return M
