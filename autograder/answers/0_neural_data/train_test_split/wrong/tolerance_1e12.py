# diagnosis: tolerance
def split(X, Y, t, train_until):
    m = t < train_until + 1e-12
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
