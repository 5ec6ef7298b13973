# diagnosis: first_coordinates_only
def loss(Y_pred, Y_true):
    return np.mean((Y_pred[0] - Y_true[0]) ** 2 + (Y_pred[1] - Y_true[1]) ** 2)


def error(Y_pred, Y_true):
    return np.mean(np.hypot(Y_pred[0] - Y_true[0], Y_pred[1] - Y_true[1]))
