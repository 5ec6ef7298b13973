def loss(Y_pred, Y_true):
    D = np.subtract(Y_pred, Y_true)
    return float(np.trace(D @ D.T)) / D.shape[-1]


def error(Y_pred, Y_true):
    D = np.subtract(Y_pred, Y_true)
    return float(np.sqrt(np.einsum("in,in->n", D, D)).mean())
