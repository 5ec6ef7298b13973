# diagnosis: index_from_dt or one_too_few or one_too_many
def split(X, Y, t, train_until):
    dt = t[1] - t[0]
    k = round(train_until / dt)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
