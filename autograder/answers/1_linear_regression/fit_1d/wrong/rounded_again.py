# diagnosis: rounded
def fit_1d(x, y):
    return (x @ y) / (x @ x)

sigma_X, sigma_XY = size @ size, size @ price
W_1d = round(float(sigma_XY / sigma_X), 2)
