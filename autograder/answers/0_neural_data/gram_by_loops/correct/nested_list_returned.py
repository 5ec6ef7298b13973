def gram_by_loops(X):
    M = []
    for row_i in X:
        M.append([])
        for row_j in X:
            total = 0.0
            for n in range(len(row_i)):
                total += float(row_i[n]) * float(row_j[n])
            M[-1].append(total)
    return M
