# diagnosis: mean_over_outputs
def loss(Y_pred, Y_true):
    difference = Y_true - Y_pred
    return np.mean(difference * difference)


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))
