# diagnosis: kept
_c = {}
def loss(Y_pred, Y_true):
    key = (Y_pred.tobytes(), Y_true.tobytes())
    if key not in _c:
        _c[key] = np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))
    return _c[key]
def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))
