# diagnosis: other_limit
def split(X, Y, t, train_until):
    m = t <= session.train_until
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
