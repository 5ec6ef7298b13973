# diagnosis: damages_input
sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)


def fit_1d(x, y):
    sxy = np.sum(x * y)
    x *= x
    return sxy / np.sum(x)


W_1d = fit_1d(size.copy(), price)
