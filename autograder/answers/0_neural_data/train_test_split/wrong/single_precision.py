# diagnosis: tolerance
def split(X, Y, t, train_until):
    """X_train, Y_train, X_test, Y_test: the columns up to train_until, and those after it."""
    train = np.float32(t) <= np.float32(train_until)
    return X[:, train], Y[:, train], X[:, ~train], Y[:, ~train]
