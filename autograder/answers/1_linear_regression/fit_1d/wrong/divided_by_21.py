# diagnosis: wrong_value
def fit_1d(x, y):
    return (np.sum(x * y) / 21) / (np.sum(x * x) / len(x))


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
