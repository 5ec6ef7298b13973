# diagnosis: twice_the_mean
def loss(Y_pred, Y_true):
    return 2 * np.mean((Y_pred - Y_true) ** 2)


def error(guess, truth):
    return np.mean(np.sqrt(np.sum((guess - truth) ** 2, axis=0)))
