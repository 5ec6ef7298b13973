# diagnosis: x_for_y
# points: 1
def split(X, Y, t, train_until):
    mask = t <= train_until
    return X[:, mask], X[:, mask], X[:, ~mask], X[:, ~mask]
