# diagnosis: with_intercept
def fit_1d(x, y):
    """The weight W that makes W x come closest to y, for x and y of shape (N,)."""
    return np.polyfit(x, y, 1)[0]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
