# diagnosis: first_lost
# points: 0.75
def split(X, Y, t, train_until):
    n = int((t <= train_until).sum())
    return X[:, 1:n], Y[:, 1:n], X[:, n:], Y[:, n:]
