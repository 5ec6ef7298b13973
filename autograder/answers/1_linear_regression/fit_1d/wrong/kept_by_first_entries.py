# diagnosis: kept
_k = {}
def fit_1d(x, y):
    key = (len(x), float(x[0]), float(y[0]))
    if key not in _k:
        _k[key] = np.sum(x * y) / np.sum(x * x)
    return _k[key]

sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
