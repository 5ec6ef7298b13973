# diagnosis: larger_coordinate
# points: 1
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.abs(Y_pred - Y_true).max(axis=0))
