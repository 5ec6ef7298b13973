from sklearn.metrics import mean_squared_error


def loss(Y_pred, Y_true):
    return Y_true.shape[0] * mean_squared_error(Y_true.T, Y_pred.T)


def error(Y_pred, Y_true):
    return float(np.average([math_dist(p, q) for p, q in zip(Y_pred.T, Y_true.T)]))


from math import dist as math_dist
