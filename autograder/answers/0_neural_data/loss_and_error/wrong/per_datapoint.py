# diagnosis: per_datapoint
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2, axis=0)

def error(Y_pred, Y_true):
    return np.sqrt(loss(Y_pred, Y_true))
