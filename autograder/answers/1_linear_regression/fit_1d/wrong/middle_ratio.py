# diagnosis: median_of_ratios
# points: 1
def fit_1d(x, y):
    return np.quantile(y / x, 0.5)


sigma_X = np.dot(size, size)
sigma_XY = np.dot(size, price)
W_1d = sigma_XY / sigma_X
