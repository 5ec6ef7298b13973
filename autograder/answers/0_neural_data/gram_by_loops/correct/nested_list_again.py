def gram_by_loops(X):
    n = len(X)
    M = []
    for i in range(0, n, 1):
        row = []
        for j in range(0, n, 1):
            total = 0
            k = 0
            while k < len(X[i]):
                total = total + X[i][k] * X[j][k]
                k += 1
            row.append(total)
        M.append(row)
    return np.array(M, dtype=float)
