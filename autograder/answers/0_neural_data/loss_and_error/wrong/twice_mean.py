# diagnosis: twice_the_mean
def loss(Y_pred, Y_true):
    return 2 * np.mean((Y_pred - Y_true) ** 2)


def error(guess, truth):
    return np.mean(np.linalg.norm(guess - truth, axis=0))
