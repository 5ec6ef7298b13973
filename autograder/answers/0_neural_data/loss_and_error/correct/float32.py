def loss(Y_pred, Y_true):
    D = np.float32(Y_pred) - np.float32(Y_true)
    return np.float32(np.vdot(D, D) / D.shape[1])


def error(Y_pred, Y_true):
    D = np.float32(Y_pred) - np.float32(Y_true)
    return np.sqrt(np.square(D).sum(0)).sum() / D.shape[1]
