# diagnosis: wrong_value
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true, 2) / np.sqrt(Y_pred.shape[1])
