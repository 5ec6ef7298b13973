# diagnosis: damages_input
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    np.negative(Y_true, out=Y_true)
    return np.mean(np.linalg.norm(Y_pred + Y_true, axis=0))
