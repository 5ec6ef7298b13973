# diagnosis: one_too_many
def split(X, Y, t, train_until):
    m = (t - t[0]) <= train_until
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
