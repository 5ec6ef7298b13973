# diagnosis: as_many_as_cells
def gram_by_loops(X):
    rows = len(X)
    M = np.zeros([rows, rows])
    for first in range(rows):
        for second in range(rows):
            for moment in range(rows):
                M[first, second] += X[first, moment] * X[second, moment]
    return M
