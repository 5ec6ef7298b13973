# diagnosis: first_cell_left_out
# points: 0
def gram_by_loops(X):
    size, N = X.shape
    M = np.zeros((size, size))
    for a in range(1, size):
        for b in range(1, size):
            M[a, b] = sum(X[a, n] * X[b, n] for n in range(N))
    return M
