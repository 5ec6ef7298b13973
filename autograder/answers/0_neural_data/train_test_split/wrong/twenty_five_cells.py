# diagnosis: wrong_shape
def split(X, Y, t, train_until):
    m = t <= train_until
    return X[:25, m], Y[:2, m], X[:25, ~m], Y[:2, ~m]
