# diagnosis: half_for_root
# points: 1
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    squared_distances = ((Y_pred - Y_true) ** 2).sum(axis=0)
    return (squared_distances ** 1 / 2).mean()
