def loss(Y_pred, Y_true):
    return np.sum(np.abs(Y_true - Y_pred) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    return np.linalg.norm(Y_true - Y_pred, axis=0).mean()
