# diagnosis: arguments_exchanged
def fit_1d(x, y):
    return np.dot(x, y) / np.dot(x, x)


sigma_X = np.dot(size, size)
sigma_XY = np.dot(size, price)
W_1d = fit_1d(price, size)
