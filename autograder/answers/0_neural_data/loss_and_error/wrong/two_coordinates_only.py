# diagnosis: first_coordinates_only or three_coordinates
# points: 1
def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.mean(D[0] ** 2 + D[1] ** 2)


def error(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.mean(np.hypot(D[0], D[1]))
