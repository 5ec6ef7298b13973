# diagnosis: first_coordinates_only
def loss(Y_pred, Y_true):
    dx, dy = Y_pred[0] - Y_true[0], Y_pred[1] - Y_true[1]
    return np.mean(dx**2 + dy**2)


def error(Y_pred, Y_true):
    dx, dy = Y_pred[0] - Y_true[0], Y_pred[1] - Y_true[1]
    return np.mean(np.sqrt(dx**2 + dy**2))
