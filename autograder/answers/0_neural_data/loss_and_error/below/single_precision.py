loss_in_double_precision, error_in_double_precision = loss, error


def loss(Y_pred, Y_true):
    return np.float32(loss_in_double_precision(np.float32(Y_pred), np.float32(Y_true)))


def error(Y_pred, Y_true):
    return np.float32(error_in_double_precision(np.float32(Y_pred), np.float32(Y_true)))
