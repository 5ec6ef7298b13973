# diagnosis: stops_at_zero_rate
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(size):
        for b in range(size):
            for n in range(N):
                if not X[a, n]:
                    break
                M[a, b] += X[a, n] * X[b, n]
    return M
