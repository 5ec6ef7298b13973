# diagnosis: damages_input
def loss(Y_pred, Y_true):
    Y_pred -= Y_true
    return np.mean(np.sum(Y_pred**2, axis=0))


def error(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.mean(np.sqrt(np.sum(D**2, axis=0)))
