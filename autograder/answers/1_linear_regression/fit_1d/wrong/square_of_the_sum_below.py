# diagnosis: square_of_sum
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x) ** 2


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
