# diagnosis: three_coordinates
def loss(Y_pred, Y_true):
    z = (Y_pred - Y_true)
    z = z[0] + 1j * z[-1]
    return np.mean(np.abs(z) ** 2)


def error(Y_pred, Y_true):
    z = (Y_pred - Y_true)
    z = z[0] + 1j * z[-1]
    return np.mean(np.abs(z))
