def _mean_of(power, Y_pred, Y_true):
    squares = np.square(np.asarray(Y_pred, float) - np.asarray(Y_true, float)).sum(0)
    return np.mean(squares ** power)

def loss(Y_pred, Y_true):
    return _mean_of(1, Y_pred, Y_true)

def error(Y_pred, Y_true):
    return _mean_of(1 / 2, Y_pred, Y_true)
