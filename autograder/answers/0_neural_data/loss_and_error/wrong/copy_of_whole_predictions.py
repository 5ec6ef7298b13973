# diagnosis: raised or whole_predictions
def loss(Y_pred, Y_true):
    apart = np.array(Y_pred)
    apart -= Y_true
    return np.mean(np.sum(apart**2, axis=0))


def error(Y_pred, Y_true):
    apart = np.array(Y_pred)
    apart -= Y_true
    return np.mean(np.linalg.norm(apart, axis=0))
