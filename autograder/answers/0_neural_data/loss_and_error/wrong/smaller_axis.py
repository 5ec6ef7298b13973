# diagnosis: mean_over_outputs
def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.mean(np.sum(D**2, axis=int(np.argmin(D.shape))))


def error(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.mean(np.sqrt(np.sum(D**2, axis=int(np.argmin(D.shape)))))
