def loss(Y_pred, Y_true):
    return np.vdot(Y_pred - Y_true, Y_pred - Y_true) / np.shape(Y_pred)[1]


def error(Y_pred, Y_true):
    total = 0.0
    for n in range(np.shape(Y_pred)[1]):
        total += np.sqrt(np.dot(Y_pred[:, n] - Y_true[:, n], Y_pred[:, n] - Y_true[:, n]))
    return total / np.shape(Y_pred)[1]
