# diagnosis: moment_left_out
def gram_by_loops(X):
    N = len(X)
    M = np.zeros((N, N))
    for i in range(N):
        for j in range(N):
            for n in range(N):
                M[i, j] += X[i, n] * X[j, n]
    return M
