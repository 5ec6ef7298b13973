# diagnosis: damages_input
def gram_by_loops(X):
    top = np.abs(X).max()
    X /= top  # keep the numbers small
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(size):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M * top**2
