# diagnosis: as_many_as_outputs
# points: 1
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    size = len(Y_pred)
    return sum(np.linalg.norm(Y_pred[:, n] - Y_true[:, n]) for n in range(size)) / size
