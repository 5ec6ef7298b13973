# diagnosis: other_limit
def split(X, Y, t, train_until):
    training = t <= 60 * train_until
    return X[:, training], Y[:, training], X[:, ~training], Y[:, ~training]
