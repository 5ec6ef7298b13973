# diagnosis: first_entry_only
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size - 1):
        for second in range(size - 1):
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M
