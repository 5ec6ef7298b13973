# diagnosis: sums_overwritten
def fit_1d(x, y):
    global sigma_X, sigma_XY
    sigma_X = np.sum(x * x)
    sigma_XY = np.sum(x * y)
    return sigma_XY / sigma_X


W_1d = fit_1d(size, price)
