# diagnosis: error_for_loss
def error(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def loss(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))
