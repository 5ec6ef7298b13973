# diagnosis: wrong_order
def split(X, Y, t, train_until):
    mask = t <= train_until
    return X[:, mask], X[:, ~mask], Y[:, mask], Y[:, ~mask]
