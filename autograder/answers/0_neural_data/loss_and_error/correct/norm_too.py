def loss(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true) ** 2 / Y_pred.shape[1]


def error(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true, axis=0).mean()
