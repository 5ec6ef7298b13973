# diagnosis: wrong_order
def split(X, Y, t, train_until):
    m = t <= train_until
    return X[:, m], X[:, ~m], Y[:, m], Y[:, ~m]
