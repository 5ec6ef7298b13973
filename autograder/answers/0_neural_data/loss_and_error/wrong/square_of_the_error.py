# diagnosis: square_of_mean
# points: 1
def loss(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true, axis=0).mean() ** 2


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()
