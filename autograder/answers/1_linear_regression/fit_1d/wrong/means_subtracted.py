# diagnosis: centred
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum((size - size.mean()) ** 2)
sigma_XY = np.sum((size - size.mean()) * (price - price.mean()))
W_1d = fit_1d(size, price)
