def gram_by_loops(X):
    from collections import defaultdict
    M_dict = defaultdict(float)
    for col in X.T:
        for i, xi in enumerate(col):
            for j, xj in enumerate(col):
                M_dict[i, j] += float(xi) * float(xj)
    M = np.zeros((X.shape[0], X.shape[0]))
    for key, value in M_dict.items():
        M[key] = value
    return M
