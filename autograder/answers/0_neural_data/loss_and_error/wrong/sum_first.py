# diagnosis: summed_first
def loss(Y_pred, Y_true):
    """The mean squared distance, in square metres."""
    return np.mean(np.sum(Y_pred - Y_true, axis=0) ** 2)


def error(Y_pred, Y_true):
    """The mean distance, in metres."""
    return np.mean(np.sqrt(np.sum(Y_pred - Y_true, axis=0) ** 2))
