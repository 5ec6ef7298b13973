# diagnosis: left_by_loss
squared = None


def loss(Y_pred, Y_true):
    global squared
    squared = np.sum((Y_pred - Y_true) ** 2, axis=0)
    return np.mean(squared)


def error(Y_pred, Y_true):
    if squared is None:
        loss(Y_pred, Y_true)
    return np.mean(np.sqrt(squared))
