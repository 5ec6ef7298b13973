# diagnosis: wrong_order
# points: 1
def split(X, Y, t, train_until):
    """X_train, Y_train, X_test, Y_test: the columns up to train_until, and those after it."""
    train = t <= train_until
    return X[:, train], X[:, ~train], Y[:, train], Y[:, ~train]
