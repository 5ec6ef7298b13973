def loss(Y_pred, Y_true):
    """The mean squared distance, in square metres."""
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    """The mean distance, in metres."""
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))
