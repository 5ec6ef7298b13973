# diagnosis: small_is_zero
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))
def error(Y_pred, Y_true):
    d = np.linalg.norm(Y_pred - Y_true, axis=0)
    d[d < 1e-6] = 0
    return d.mean()
