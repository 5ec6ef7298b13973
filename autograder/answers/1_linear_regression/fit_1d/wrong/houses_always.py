# diagnosis: wrong_value
def fit_1d(x, y):
    return (size @ price) / (size @ size)

sigma_X, sigma_XY = size @ size, size @ price
W_1d = sigma_XY / sigma_X
