# diagnosis: mean_instead_of_sum
def fit_1d(x, y):
    return np.mean(x * y) / np.mean(x * x)


sigma_X = np.mean(size * size)
sigma_XY = np.mean(size * price)
W_1d = fit_1d(size, price)
