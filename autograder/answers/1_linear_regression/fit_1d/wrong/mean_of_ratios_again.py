# diagnosis: mean_of_ratios
def fit_1d(x, y):
    good = x != 0
    return np.mean(y[good] / x[good])


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
