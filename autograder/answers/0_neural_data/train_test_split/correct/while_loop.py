def split(X, Y, t, train_until):
    k = 0
    while k < len(t) and t[k] <= train_until:
        k += 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
