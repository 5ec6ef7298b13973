# diagnosis: mean_of_ratios
def fit_1d(x, y):
    return np.mean(y / x)


sigma_X = size @ size
sigma_XY = size @ price
W_1d = sigma_XY / sigma_X
