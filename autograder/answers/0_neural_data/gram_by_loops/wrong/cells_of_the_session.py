# diagnosis: raised
def gram_by_loops(X):
    M = np.zeros((session.n_cells, session.n_cells))
    for i in range(session.n_cells):
        for j in range(session.n_cells):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M
