# diagnosis: mean_over_outputs
def loss(Y_pred, Y_true):
    return np.mean((Y_pred - Y_true) ** 2)


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))
