# diagnosis: other_limit
def split(X, Y, t, train_until):
    n_test = int((t > train_until).sum())
    n_train = len(t) - n_test
    return X[:, :n_train], Y[:, :n_train], X[:, -n_test:], Y[:, -n_test:]
