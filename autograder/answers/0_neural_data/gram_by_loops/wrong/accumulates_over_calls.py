# diagnosis: not_repeatable
def gram_by_loops(X, M={}):
    size, N = X.shape
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] = M.get((first, second), 0.0) + X[first, n] * X[second, n]
    return np.array([[M[first, second] for second in range(size)] for first in range(size)])
