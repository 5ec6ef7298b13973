from itertools import takewhile

def split(X, Y, t, train_until):
    count = sum(1 for _ in takewhile(lambda s: s <= train_until, t))
    early, late = slice(None, count), slice(count, None)
    return X[:, early], Y[:, early], X[:, late], Y[:, late]
