# diagnosis: y_not_cut
def split(X, Y, t, train_until):
    training = t <= train_until
    return X[:, training], Y, X[:, ~training], Y
