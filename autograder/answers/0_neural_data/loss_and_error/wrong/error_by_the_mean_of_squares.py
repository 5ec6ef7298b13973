# diagnosis: root_of_mean_over_outputs
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.mean((Y_pred - Y_true) ** 2, axis=0)))
