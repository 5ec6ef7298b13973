# diagnosis: summed
def derivative_of_loss(W):
    return np.squeeze(2 * a * np.asarray(W))[()]
