# diagnosis: y_test_of_training
# points: 0.75
def split(X, Y, t, train_until):
    mask = t <= train_until
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, mask]
