def gram_by_loops(X):
    # add up one outer product per moment
    M = np.zeros((X.shape[0], X.shape[0]))
    for n in range(X.shape[1]):
        x = X[:, n]
        M = M + np.outer(x, x)
    return M
