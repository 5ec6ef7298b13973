# diagnosis: larger_number
# points: 1.25
def loss(Y_pred, Y_true):
    N = max(Y_pred.shape)
    return np.sum((Y_pred - Y_true) ** 2) / N


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()
