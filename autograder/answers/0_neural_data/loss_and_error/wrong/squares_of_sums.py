# diagnosis: summed_first
def loss(Y_pred, Y_true):
    return np.mean(np.sum(Y_pred - Y_true, axis=0) ** 2)


def error(Y_pred, Y_true):
    return np.mean(np.abs(np.sum(Y_pred - Y_true, axis=0)))
