# diagnosis: other_limit or outside_reversed
def split(X, Y, t, train_until):
    m = t / train_until <= 1
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
