# diagnosis: other_limit
def split(X, Y, t, train_until):
    if not train_until:
        train_until = t[-1] * 0.8
    m = t <= train_until
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
