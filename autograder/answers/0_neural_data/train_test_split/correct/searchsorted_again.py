def split(X, Y, t, train_until):
    k = np.searchsorted(t, train_until, side="right")
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
