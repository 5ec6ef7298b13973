from scipy.spatial.distance import cdist


def distances(Y_pred, Y_true):
    return np.array([cdist([a], [b])[0, 0] for a, b in zip(np.array(Y_pred).T, np.array(Y_true).T)])


def loss(Y_pred, Y_true):
    return np.mean(distances(Y_pred, Y_true) ** 2)


def error(Y_pred, Y_true):
    return np.mean(distances(Y_pred, Y_true))
