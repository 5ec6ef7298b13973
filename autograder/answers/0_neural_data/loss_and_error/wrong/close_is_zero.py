# diagnosis: small_is_zero
def loss(Y_pred, Y_true):
    if np.allclose(Y_pred, Y_true):
        return 0.0
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))
def error(Y_pred, Y_true):
    if np.allclose(Y_pred, Y_true):
        return 0.0
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0))
