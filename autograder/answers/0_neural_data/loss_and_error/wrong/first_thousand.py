# diagnosis: many_datapoints
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true)[:, :1000] ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm((Y_pred - Y_true)[:, :1000], axis=0))
