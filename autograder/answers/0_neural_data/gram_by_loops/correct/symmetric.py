def gram_by_loops(X):
    nCells = len(X)
    nTime = len(X[0])
    M = np.zeros((nCells, nCells))
    for i in range(nCells):
        for j in range(i, nCells):
            s = 0
            for n in range(nTime):
                s += X[i][n] * X[j][n]
            M[i][j] = s
            M[j][i] = s
    return M
