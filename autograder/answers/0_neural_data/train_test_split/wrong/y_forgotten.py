# diagnosis: x_for_y
# points: 0.75
def split(X, Y, t, train_until):
    mask = t <= train_until
    return X[:, mask], X[:, mask], X[:, ~mask], X[:, ~mask]
