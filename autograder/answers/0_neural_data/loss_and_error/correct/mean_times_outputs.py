def loss(Y_pred, Y_true):
    return len(Y_true) * np.mean(np.square(Y_pred - Y_true))


def error(Y_pred, Y_true):
    return np.mean([np.linalg.norm(column) for column in (Y_pred - Y_true).T])
