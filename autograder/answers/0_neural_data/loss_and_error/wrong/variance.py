# diagnosis: spread
def loss(Y_pred, Y_true):
    return np.var(Y_pred - Y_true, axis=1).sum()


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))
