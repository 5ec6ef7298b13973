# diagnosis: not_repeatable
_seen = []

def loss(Y_pred, Y_true):
    _seen.extend(np.sum((Y_pred - Y_true) ** 2, axis=0))
    return np.mean(_seen)

def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))
