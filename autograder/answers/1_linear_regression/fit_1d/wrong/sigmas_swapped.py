# diagnosis: moments_swapped
def fit_1d(x, y):
    return (x @ y) / (x @ x)

sigma_XY, sigma_X = size @ size, size @ price
W_1d = fit_1d(size, price)
