# diagnosis: not_averaged
def loss(Y_pred, Y_true):
    D = np.squeeze(Y_pred - Y_true)
    return np.mean(np.sum(D**2, axis=0))


def error(Y_pred, Y_true):
    D = np.squeeze(Y_pred - Y_true)
    return np.mean(np.sqrt(np.sum(D**2, axis=0)))
