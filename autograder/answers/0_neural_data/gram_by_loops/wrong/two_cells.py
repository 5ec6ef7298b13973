# diagnosis: two_cells
def gram_by_loops(X):
    M = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M
