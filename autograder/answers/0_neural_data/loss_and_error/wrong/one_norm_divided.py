# diagnosis: root_of_sum_divided
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0))


def error(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true) / Y_true.shape[1]
