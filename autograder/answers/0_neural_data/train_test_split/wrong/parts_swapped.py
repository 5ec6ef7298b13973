# diagnosis: swapped
# points: 1
def split(X, Y, t, train_until):
    late = t > train_until
    return X[:, late], Y[:, late], X[:, ~late], Y[:, ~late]
