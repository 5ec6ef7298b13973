# diagnosis: one_more
# points: 1
def loss(Y_pred, Y_true):
    N = Y_true.shape[1] + 1
    return np.sum(np.square(Y_pred - Y_true)) / N


def error(Y_pred, Y_true):
    return np.sqrt(((Y_pred - Y_true) ** 2).sum(axis=0)).mean()
