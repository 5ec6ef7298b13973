# diagnosis: first_coordinate_only
def loss(Y_pred, Y_true):
    return np.mean((Y_pred[0] - Y_true[0]) ** 2)


def error(guess, truth):
    return np.mean(np.abs(guess[0] - truth[0]))
