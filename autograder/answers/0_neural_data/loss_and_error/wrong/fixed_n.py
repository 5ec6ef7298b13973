# diagnosis: wrong_value
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / 6000


def error(Y_pred, Y_true):
    return np.sum(np.linalg.norm(Y_pred - Y_true, axis=0)) / 6000
