def dL_dW(W, x, y):
    return 2 * (W * np.sum(x * x) - np.sum(y * x))

def fit_1d(x, y):
    W = 0.0
    return W - dL_dW(W, x, y) / (2 * np.sum(x * x))


sigma_X, sigma_XY = float(size @ size), float(price @ size)
W_1d = sigma_XY / sigma_X
