# diagnosis: per_output
def loss(Y_pred, Y_true):
    return np.mean((Y_pred - Y_true) ** 2, axis=1)


def error(Y_pred, Y_true):
    return np.mean(np.abs(Y_pred - Y_true), axis=1)
