# diagnosis: damages_input
def fit_1d(x, y):
    W = np.dot(x, y) / np.dot(x, x)
    x -= x
    return W


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size.copy(), price)
