# diagnosis: along_walls
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))

def error(Y_pred, Y_true):
    return np.mean(np.sum(np.abs(Y_pred - Y_true), axis=0))
