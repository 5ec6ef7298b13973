# diagnosis: with_intercept
def fit_1d(x, y):
    return np.polyfit(x, y, 1)[0]


sigma_X = np.sum(size**2)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
