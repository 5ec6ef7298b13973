# diagnosis: returned_too_early
# points: 1
def loss(Y_pred, Y_true):
    return np.sum((Y_pred - Y_true) ** 2) / Y_true.shape[1]


def error(Y_pred, Y_true):
    N = Y_true.shape[1]
    distances = 0
    for guess, truth in zip(Y_pred.T, Y_true.T):
        distances += np.linalg.norm(guess - truth)
        return distances / N
