# diagnosis: not_squared
# points: 1
def loss(Y_pred, Y_true):
    difference = Y_pred - Y_true
    return difference.sum(axis=0).mean()


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()
