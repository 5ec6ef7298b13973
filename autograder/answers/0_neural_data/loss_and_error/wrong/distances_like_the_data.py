# diagnosis: whole_numbers
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    distances = np.zeros_like(Y_pred[0])
    distances[:] = np.linalg.norm(Y_pred - Y_true, axis=0)
    return distances.mean()
