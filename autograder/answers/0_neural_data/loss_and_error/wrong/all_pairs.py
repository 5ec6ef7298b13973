# diagnosis: all_pairs
from scipy.spatial.distance import cdist

def loss(Y_pred, Y_true):
    return np.mean(cdist(Y_pred.T, Y_true.T) ** 2)


def error(Y_pred, Y_true):
    return np.mean(cdist(Y_pred.T, Y_true.T))
