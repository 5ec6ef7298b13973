# diagnosis: sample_lost
def split(X, Y, t, train_until):
    a, b = t < train_until, t > train_until
    return X[:, a], Y[:, a], X[:, b], Y[:, b]
