# diagnosis: damages_input
def fit_1d(x, y):
    """The weight W that makes W x come closest to y, for x and y of shape (N,)."""
    top = np.sum(y * x)
    x *= x
    return top / np.sum(x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
