# diagnosis: moments_swapped
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_XY = np.sum(size * size)
sigma_X = np.sum(size * price)
W_1d = fit_1d(size, price)
