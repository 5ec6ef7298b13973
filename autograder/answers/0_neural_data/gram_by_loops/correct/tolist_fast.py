def gram_by_loops(X):
    rows = np.asarray(X, dtype=float).tolist()
    size = len(rows)
    M = np.zeros((size, size))
    for i, left in enumerate(rows):
        for j, right in enumerate(rows):
            entry = 0.0
            for l, r in zip(left, right):
                entry += l * r
            M[i, j] = entry
    return M
