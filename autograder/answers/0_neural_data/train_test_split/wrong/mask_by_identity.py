# diagnosis: kept
_m = {}
def split(X, Y, t, train_until):
    key = id(t), float(train_until)
    if key not in _m:
        _m[key] = (t, t <= train_until)
    m = _m[key][1]
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
