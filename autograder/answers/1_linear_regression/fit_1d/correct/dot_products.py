def fit_1d(x, y):
    return (x @ y) / (x @ x)


sigma_X = size @ size
sigma_XY = price @ size
W_1d = sigma_XY / sigma_X
