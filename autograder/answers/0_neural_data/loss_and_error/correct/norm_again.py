def loss(Y_pred, Y_true):
    return float((np.linalg.norm(Y_pred - Y_true, axis=0) ** 2).mean())


def error(Y_pred, Y_true):
    return float(np.linalg.norm(Y_pred - Y_true, axis=0).mean())
