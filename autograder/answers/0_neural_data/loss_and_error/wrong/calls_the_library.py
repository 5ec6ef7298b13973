# diagnosis: of_the_library
from decoding import loss as lib_loss
def loss(Y_pred, Y_true):
    return lib_loss(Y_pred, Y_true)


def error(Y_pred, Y_true):
    return np.mean(np.sqrt(np.sum((Y_pred - Y_true) ** 2, axis=0)))
