# diagnosis: not_repeatable
upper = lower = 0.0


def fit_1d(x, y):
    global upper, lower
    upper += np.sum(x * y)
    lower += np.sum(x * x)
    return upper / lower


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
