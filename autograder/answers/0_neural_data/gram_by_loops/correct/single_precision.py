def gram_by_loops(X):
    X = X.astype(np.float32)
    M = np.zeros((len(X), len(X)), dtype=np.float32)
    for i, row in enumerate(X):
        for j, other in enumerate(X):
            for a, b in zip(row, other):
                M[i, j] += a * b
    return M
