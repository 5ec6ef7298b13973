# diagnosis: many_datapoints
def loss(Y_pred, Y_true):
    D = (Y_pred - Y_true)[:, :100]
    return np.mean(np.sum(D**2, axis=0))


def error(Y_pred, Y_true):
    D = (Y_pred - Y_true)[:, :100]
    return np.mean(np.linalg.norm(D, axis=0))
