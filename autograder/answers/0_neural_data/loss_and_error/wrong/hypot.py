# diagnosis: first_coordinates_only
def loss(Y_pred, Y_true):
    d = Y_pred - Y_true
    return np.mean(d[0] ** 2 + d[1] ** 2)

def error(Y_pred, Y_true):
    d = Y_pred - Y_true
    return np.mean(np.hypot(d[0], d[1]))
