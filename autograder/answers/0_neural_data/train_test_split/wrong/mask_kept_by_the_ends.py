# diagnosis: limit_kept
_masks = {}
def split(X, Y, t, train_until):
    key = (len(t), float(t[0]), float(t[-1]), float(train_until))
    if key not in _masks:
        _masks[key] = t <= train_until
    m = _masks[key]
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
