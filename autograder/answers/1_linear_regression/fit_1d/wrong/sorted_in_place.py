# diagnosis: damages_input
def fit_1d(x, y):
    W = np.sum(x * y) / np.sum(x * x)
    x.sort()
    y.sort()
    return W


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
