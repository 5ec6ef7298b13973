# diagnosis: ends_only
def fit_1d(x, y):
    return (y[-1] - y[0]) / (x[-1] - x[0])


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
