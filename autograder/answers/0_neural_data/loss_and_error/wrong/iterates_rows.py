# diagnosis: divided_by_outputs
def loss(Y_pred, Y_true):
    return np.mean([np.sum((p - q) ** 2) for p, q in zip(Y_pred, Y_true)])


def error(Y_pred, Y_true):
    return np.mean([np.linalg.norm(p - q) for p, q in zip(Y_pred, Y_true)])
