# diagnosis: other_limit
def split(X, Y, t, train_until):
    k = int(round(train_until / 0.1))
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
