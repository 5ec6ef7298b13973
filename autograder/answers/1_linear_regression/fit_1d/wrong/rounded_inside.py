# diagnosis: rounded
def fit_1d(x, y):
    return round(float(np.sum(x * y) / np.sum(x * x)), 2)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
