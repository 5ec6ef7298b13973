# diagnosis: product_of_sums
def fit_1d(x, y):
    return np.sum(x) * np.sum(y) / np.sum(x**2)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
