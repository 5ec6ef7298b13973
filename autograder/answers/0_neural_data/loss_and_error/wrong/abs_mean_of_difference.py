# diagnosis: averaged_first
def loss(Y_pred, Y_true):
    return np.sum(np.mean(Y_pred - Y_true, axis=1) ** 2)


def error(Y_pred, Y_true):
    return np.linalg.norm(np.mean(Y_pred - Y_true, axis=1))
