# diagnosis: mean_instead_of_sum
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.mean(size * size)
sigma_XY = np.mean(size * price)
W_1d = sigma_XY / sigma_X
