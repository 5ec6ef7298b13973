def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.trace(D @ D.T) / D.shape[1]


def error(Y_pred, Y_true):
    distance = 0.0
    for coordinate in Y_pred - Y_true:
        distance = np.hypot(distance, coordinate)
    return np.average(distance)
