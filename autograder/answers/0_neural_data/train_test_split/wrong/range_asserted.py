# diagnosis: raised_outside
def split(X, Y, t, train_until):
    if not t[0] <= train_until <= t[-1]:
        raise ValueError("train_until must lie within the session")
    m = t <= train_until
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
