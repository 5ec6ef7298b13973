# diagnosis: first_coordinates_only
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_pred.shape[1]


def error(Y_pred, Y_true):
    D = Y_pred - Y_true
    z = D[0] + (1j * D[1] if len(D) > 1 else 0)
    return np.abs(z).mean()
