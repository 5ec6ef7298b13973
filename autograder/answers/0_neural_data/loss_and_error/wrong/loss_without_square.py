# diagnosis: no_square
def loss(Y_pred, Y_true):
    return np.mean(np.sum(np.abs(Y_pred - Y_true), axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))
