# diagnosis: other_limit
def split(X, Y, t, train_until):
    m = t / train_until <= 1
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
