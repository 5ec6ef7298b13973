# diagnosis: damages_input
def fit_1d(x, y):
    y *= x
    return np.sum(y) / np.sum(x * x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
