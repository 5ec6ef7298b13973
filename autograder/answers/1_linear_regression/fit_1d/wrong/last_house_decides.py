# diagnosis: last_only
# points: 1
def fit_1d(x, y):
    return y[-1] / x[-1]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
