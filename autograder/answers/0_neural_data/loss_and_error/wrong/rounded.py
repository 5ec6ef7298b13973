# diagnosis: rounded or kept
def loss(Y_pred, Y_true):
    return round(float(np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))), 2)


def error(Y_pred, Y_true):
    return round(float(np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))), 2)
