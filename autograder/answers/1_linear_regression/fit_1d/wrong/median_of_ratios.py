# diagnosis: median_of_ratios
def fit_1d(x, y):
    return np.median(y / x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
