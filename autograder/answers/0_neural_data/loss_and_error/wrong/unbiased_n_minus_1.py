# diagnosis: one_less
def loss(Y_pred, Y_true):
    N = Y_true.shape[1]
    return np.sum((Y_pred - Y_true) ** 2) / max(N - 1, 1)


def error(Y_pred, Y_true):
    N = Y_true.shape[1]
    return np.sum(np.linalg.norm(Y_pred - Y_true, axis=0)) / max(N - 1, 1)
