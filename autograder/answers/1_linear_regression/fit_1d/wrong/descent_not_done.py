# diagnosis: wrong_value
def fit_1d(x, y):
    W = 0.0
    for _ in range(10):
        W = W - 0.1 / np.sum(x * x) * 2 * (W * np.sum(x * x) - np.sum(y * x))
    return W


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
