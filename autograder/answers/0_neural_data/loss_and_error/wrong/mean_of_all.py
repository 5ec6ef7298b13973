# diagnosis: mean_over_outputs
def loss(Y_pred, Y_true):
    return np.mean((Y_pred - Y_true) ** 2)


def error(guess, truth):
    return np.mean(np.linalg.norm(guess - truth, axis=0))
