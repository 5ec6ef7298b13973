# diagnosis: other_limit
def split(X, Y, t, train_until):
    k = int(np.clip(train_until / t[-1], 0, 1) * len(t))
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
