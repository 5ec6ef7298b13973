# diagnosis: whole_numbers
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return (valley(W + 1e-5) - valley(W - 1e-5)) / 2e-5
    slopes = np.zeros_like(W)
    for index in np.ndindex(W.shape):
        slopes[index] = (valley(W[index] + 1e-5) - valley(W[index] - 1e-5)) / 2e-5
    return slopes
