# diagnosis: first_missing
def fit_1d(x, y):
    sxx = 0.0
    sxy = 0.0
    for i in range(1, len(x)):
        sxx += x[i] * x[i]
        sxy += x[i] * y[i]
    return sxy / sxx

sigma_X = sum(s ** 2 for s in size)
sigma_XY = sum(s * p for s, p in zip(size, price))
W_1d = fit_1d(size, price)
