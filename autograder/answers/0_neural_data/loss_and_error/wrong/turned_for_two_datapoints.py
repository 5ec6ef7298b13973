# diagnosis: larger_number
def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    if D.shape[0] != 2 and D.shape[1] == 2:
        D = D.T
    return np.mean(np.sum(D ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))
