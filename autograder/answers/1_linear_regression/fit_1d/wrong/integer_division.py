# diagnosis: cut_to_whole
def fit_1d(x, y):
    return (x @ y) // (x @ x)

sigma_X, sigma_XY = size @ size, size @ price
W_1d = sigma_XY / sigma_X
