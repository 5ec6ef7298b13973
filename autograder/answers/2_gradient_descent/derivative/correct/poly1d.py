_slope = np.polyder(np.poly1d([a, 0.0, 0.0]))


def derivative_of_loss(W):
    value = _slope(W)
    return float(value) if np.ndim(W) == 0 else value
