from itertools import product

def gram_by_loops(X):
    cells = range(X.shape[0])
    M = np.zeros((len(cells),) * 2)
    for (i, j), n in product(product(cells, cells), range(X.shape[1])):
        M[i, j] += X[i, n] * X[j, n]
    return M
