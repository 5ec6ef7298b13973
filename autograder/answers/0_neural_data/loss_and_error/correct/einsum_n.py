def loss(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.einsum("in,in->", D, D) / D.shape[1]


def error(Y_pred, Y_true):
    D = Y_pred - Y_true
    return np.sqrt(np.einsum("in,in->n", D, D)).sum() / D.shape[1]
