# diagnosis: damages_input
def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.mean(np.sum(D * D, axis=0))


def error(Y_pred, Y_true):
    np.subtract(Y_pred, Y_true, out=Y_pred)
    return np.mean(np.sqrt(np.sum(Y_pred**2, axis=0)))
