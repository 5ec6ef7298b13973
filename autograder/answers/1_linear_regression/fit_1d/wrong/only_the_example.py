# diagnosis: worked_example
def fit_1d(x, y):
    return 29 / 14


sigma_X = size @ size
sigma_XY = size @ price
W_1d = sigma_XY / sigma_X
