# diagnosis: cut_to_whole
def loss(Y_pred, Y_true):
    D = (Y_pred - Y_true).astype(int)
    return np.mean(np.sum(D**2, axis=0))


def error(Y_pred, Y_true):
    D = (Y_pred - Y_true).astype(int)
    return np.mean(np.sqrt(np.sum(D**2, axis=0)))
