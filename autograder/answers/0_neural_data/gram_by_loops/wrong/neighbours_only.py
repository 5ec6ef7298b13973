# diagnosis: neighbours_only
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for first in range(size):
        for second in range(max(first - 1, 0), min(first + 2, size)):  # cells overlap with their neighbours
            for n in range(N):
                M[first, second] += X[first, n] * X[second, n]
    return M
