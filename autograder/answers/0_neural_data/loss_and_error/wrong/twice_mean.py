# diagnosis: twice_the_mean
def loss(Y_pred, Y_true):
    return 2 * np.mean((Y_pred - Y_true) ** 2)


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))
