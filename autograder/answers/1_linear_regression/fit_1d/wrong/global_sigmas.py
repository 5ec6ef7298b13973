# diagnosis: sums_overwritten
def fit_1d(x, y):
    global sigma_X, sigma_XY
    sigma_XY = (x * y).sum()
    sigma_X = (x**2).sum()
    return sigma_XY / sigma_X


W_1d = fit_1d(size, price)
