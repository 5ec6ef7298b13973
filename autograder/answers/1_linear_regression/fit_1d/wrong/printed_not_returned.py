# diagnosis: wrong_type
def fit_1d(x, y):
    print(np.sum(x * y) / np.sum(x * x))


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
