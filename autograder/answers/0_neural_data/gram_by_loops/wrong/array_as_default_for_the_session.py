# diagnosis: many_cells_again
def gram_by_loops(X, M=np.zeros((session.n_cells, session.n_cells))):
    if len(X) != session.n_cells:
        M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M
