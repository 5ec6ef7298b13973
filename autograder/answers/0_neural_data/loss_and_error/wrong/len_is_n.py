# diagnosis: divided_by_outputs
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / len(Y_true)


def error(Y_pred, Y_true):
    return np.sum(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0))) / len(Y_true)
