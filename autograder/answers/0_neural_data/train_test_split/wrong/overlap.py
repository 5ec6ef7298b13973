# diagnosis: overlap
def split(X, Y, t, train_until):
    train, test = t <= train_until, t >= train_until
    return X[:, train], Y[:, train], X[:, test], Y[:, test]
