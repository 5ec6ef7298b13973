# diagnosis: other_data
def fit_1d(x, y):
    W = 0.0
    for _ in range(300):
        W = W - 0.01 * 2 * np.sum((W * x - y) * x)
    return W


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
