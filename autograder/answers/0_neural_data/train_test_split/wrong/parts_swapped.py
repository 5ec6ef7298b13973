# diagnosis: swapped
# points: 0.75
def split(X, Y, t, train_until):
    late = t > train_until
    return X[:, late], Y[:, late], X[:, ~late], Y[:, ~late]
