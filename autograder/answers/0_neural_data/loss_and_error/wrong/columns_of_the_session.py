# diagnosis: wrong_value
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / session.t.size


def error(Y_pred, Y_true):
    return np.sum(np.linalg.norm(Y_pred - Y_true, axis=0)) / session.t.size
