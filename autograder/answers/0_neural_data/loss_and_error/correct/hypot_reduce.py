def loss(Y_pred, Y_true):
    difference = np.asarray(Y_pred, dtype=float) - Y_true
    return np.add.reduce(difference * difference, axis=None) / difference.shape[1]


def error(Y_pred, Y_true):
    difference = np.asarray(Y_pred, dtype=float) - Y_true
    return np.hypot.reduce(difference, axis=0, initial=0.0).mean()
