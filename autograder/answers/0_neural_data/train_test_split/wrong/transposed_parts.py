# diagnosis: transposed
def split(X, Y, t, train_until):
    training = t <= train_until
    return X[:, training].T, Y[:, training].T, X[:, ~training].T, Y[:, ~training].T
