# diagnosis: transposed
# points: 0.75
def split(X, Y, t, train_until):
    training = t <= train_until
    return X[:, training].T, Y[:, training].T, X[:, ~training].T, Y[:, ~training].T
