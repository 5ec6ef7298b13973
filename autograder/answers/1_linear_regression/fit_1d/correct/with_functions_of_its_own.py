def moment(a, b):
    return np.inner(a, b)


def fit_1d(x, y):
    return moment(y, x) / moment(x, x)


sigma_X, sigma_XY = moment(size, size), moment(size, price)
W_1d = sigma_XY / sigma_X
