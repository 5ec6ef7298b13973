# diagnosis: other_limit
def split(X, Y, t, train_until):
    k = int(X.shape[1] * train_until / t[-1])
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
