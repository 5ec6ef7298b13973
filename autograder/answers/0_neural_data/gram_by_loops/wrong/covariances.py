# diagnosis: covariance
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(size):
        for b in range(size):
            for n in range(N):
                M[a, b] += (X[a, n] - X[a].mean()) * (X[b, n] - X[b].mean()) / (N - 1)
    return M
