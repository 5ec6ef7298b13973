# diagnosis: wrong_type
def loss(Y_pred, Y_true):
    print(np.mean(np.sum((Y_pred - Y_true) ** 2, axis=0)))


def error(Y_pred, Y_true):
    print(np.mean(np.linalg.norm(Y_pred - Y_true, axis=0)))
