def squared_distances(A, B):
    return np.einsum("in,in->n", A - B, A - B)


def loss(Y_pred, Y_true):
    return float(squared_distances(Y_pred, Y_true).mean())


def error(Y_pred, Y_true):
    return float((squared_distances(Y_pred, Y_true) ** 0.5).mean())
