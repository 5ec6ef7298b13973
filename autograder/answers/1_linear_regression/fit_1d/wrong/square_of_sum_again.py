# diagnosis: square_of_sum
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x) ** 2


sigma_X = np.sum(size) ** 2
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
