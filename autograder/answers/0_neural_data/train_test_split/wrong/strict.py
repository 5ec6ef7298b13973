# diagnosis: boundary_to_test
# points: 1.5
def split(X, Y, t, train_until):
    mask = t < train_until
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]
