# diagnosis: one_too_few
def split(X, Y, t, train_until):
    m = t <= int(train_until)
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
