# diagnosis: divided_by_y
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(y * y)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
