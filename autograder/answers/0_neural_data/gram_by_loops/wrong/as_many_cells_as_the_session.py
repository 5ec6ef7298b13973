# diagnosis: more_cells
def gram_by_loops(X):
    M = np.zeros((len(X), len(X)))
    for i in range(min(len(X), session.n_cells)):
        for j in range(min(len(X), session.n_cells)):
            for n in range(X.shape[1]):
                M[i, j] += X[i, n] * X[j, n]
    return M
