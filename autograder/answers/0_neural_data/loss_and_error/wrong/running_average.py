# diagnosis: not_repeatable
_losses, _errors = [], []


def loss(Y_pred, Y_true):
    _losses.append(np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0)))
    return np.mean(_losses)


def error(Y_pred, Y_true):
    _errors.append(np.mean(np.linalg.norm(Y_pred - Y_true, axis=0)))
    return np.mean(_errors)
