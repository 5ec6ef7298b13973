def gram_by_loops(X):
    M = []
    for row in X:
        M.append([])
        for other in X:
            total = 0
            for a, b in zip(row, other, strict=True):
                total += a * b
            M[-1].append(total)
    return np.array(M)
