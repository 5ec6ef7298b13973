# diagnosis: root_of_sum
# points: 1.5
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    apart = (Y_pred - Y_true).squeeze()
    return np.sqrt((apart**2).sum(axis=0)).mean()
