# diagnosis: kept
_seen = {}


def fit_1d(x, y):
    key = tuple(x.tolist())
    if key not in _seen:
        _seen[key] = np.sum(x * y) / np.sum(x**2)
    return _seen[key]


sigma_X = np.sum(size**2)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
