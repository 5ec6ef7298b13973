# diagnosis: three_datapoints
def fit_1d(x, y):
    return (x[0] * y[0] + x[1] * y[1] + x[2] * y[2]) / (x[0] ** 2 + x[1] ** 2 + x[2] ** 2)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
