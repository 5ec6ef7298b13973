# diagnosis: not_four_arrays
def split(X, Y, t, train_until):
    training = t <= train_until
    return X[:, training], X[:, ~training]
