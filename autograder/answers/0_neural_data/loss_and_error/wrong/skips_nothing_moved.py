# diagnosis: one_less
def loss(Y_pred, Y_true):
    s = np.sum((Y_pred - Y_true) ** 2, axis=0)
    return s[s > 0].mean()


def error(Y_pred, Y_true):
    d = np.linalg.norm(Y_pred - Y_true, axis=0)
    return d[d > 0].mean()
