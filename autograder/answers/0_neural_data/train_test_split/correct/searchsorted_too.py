def split(X, Y, t, train_until):
    """X_train, Y_train, X_test, Y_test: the columns up to train_until, and those after it."""
    k = np.searchsorted(t, train_until, side="right")
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
