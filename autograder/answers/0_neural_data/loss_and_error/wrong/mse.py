# diagnosis: mean_over_outputs
# points: 1
def loss(Y_pred, Y_true):
    """The mean squared distance, in square metres."""
    return np.mean((Y_pred - Y_true) ** 2)


def error(guess, truth):
    """The mean distance, in metres."""
    return np.mean(np.sqrt(np.sum((guess - truth) ** 2, axis=0)))
