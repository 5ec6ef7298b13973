def split(X, Y, t, train_until):
    k = np.sum(t <= train_until)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
