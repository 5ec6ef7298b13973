def gram_by_loops(X):
    M = []
    for row_i in X:
        line = []
        for row_j in X:
            total = 0.0
            for a, b in zip(row_i, row_j):
                total = total + a * b
            line.append(total)
        M.append(line)
    return M
