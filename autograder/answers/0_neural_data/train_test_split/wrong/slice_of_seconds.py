# diagnosis: other_limit
def split(X, Y, t, train_until):
    k = int(train_until)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
