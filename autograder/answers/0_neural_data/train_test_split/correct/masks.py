def split(X, Y, t, train_until):
    training = t <= train_until
    return X[:, training], Y[:, training], X[:, ~training], Y[:, ~training]
