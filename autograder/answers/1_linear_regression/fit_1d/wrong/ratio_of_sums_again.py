# diagnosis: ratio_of_means
def fit_1d(x, y):
    return np.sum(y) / np.sum(x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
