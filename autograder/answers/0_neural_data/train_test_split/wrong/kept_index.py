# diagnosis: limit_kept
_last = {}


def split(X, Y, t, train_until):
    k = _last.setdefault(len(t), int(np.sum(t <= train_until)))
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
