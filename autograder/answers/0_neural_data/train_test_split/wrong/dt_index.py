# diagnosis: other_limit
def split(X, Y, t, train_until):
    k = int(train_until / 0.1) + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
