# diagnosis: root_of_sum_divided
def loss(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true) ** 2 / Y_pred.shape[1]

def error(Y_pred, Y_true):
    return np.linalg.norm(Y_pred - Y_true) / Y_pred.shape[1]
