# diagnosis: larger_coordinate
def loss(Y_pred, Y_true):
    return np.mean(np.sum(np.square(Y_pred - Y_true), axis=0))


def error(Y_pred, Y_true):
    dx, dy = np.abs(Y_pred - Y_true)[:2] if len(Y_pred) > 1 else 2 * [np.abs(Y_pred - Y_true)[0]]
    return np.mean(np.maximum(dx, dy))
