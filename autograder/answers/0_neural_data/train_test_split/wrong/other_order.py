# diagnosis: wrong_order
def split(X, Y, t, train_until):
    late = t > train_until
    return X[:, ~late], X[:, late], Y[:, ~late], Y[:, late]
