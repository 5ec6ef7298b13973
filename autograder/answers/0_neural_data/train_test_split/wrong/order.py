# diagnosis: wrong_order
# points: 1
def split(X, Y, t, train_until):
    mask = t <= train_until
    return X[:, mask], X[:, ~mask], Y[:, mask], Y[:, ~mask]
