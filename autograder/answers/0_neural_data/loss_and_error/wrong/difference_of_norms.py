# diagnosis: difference_of_squares
def loss(Y_pred, Y_true):
    return np.mean(np.sum(Y_pred**2 - Y_true**2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.abs(np.linalg.norm(Y_pred, axis=0) - np.linalg.norm(Y_true, axis=0)))
