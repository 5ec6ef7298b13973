# diagnosis: in_a_matrix
def loss(Y_pred, Y_true):
    return np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0, keepdims=True), keepdims=True)


def error(Y_pred, Y_true):
    return np.mean(np.linalg.norm(Y_pred - Y_true, axis=0, keepdims=True), keepdims=True)
