def fit_1d(x, y):
    sxx = 0.0
    sxy = 0.0
    for xi, yi in zip(x, y):
        sxx += xi * xi
        sxy += xi * yi
    return sxy / sxx

sigma_X = sum(s ** 2 for s in size)
sigma_XY = sum(s * p for s, p in zip(size, price))
W_1d = fit_1d(size, price)
