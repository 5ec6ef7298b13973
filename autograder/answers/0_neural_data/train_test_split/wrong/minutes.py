# diagnosis: outside_reversed
def split(X, Y, t, train_until):
    mask = t <= 60 * train_until
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]
