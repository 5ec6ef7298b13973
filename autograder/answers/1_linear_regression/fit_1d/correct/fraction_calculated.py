def fit_1d(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    loss_at = lambda W: np.sum((W * x - y) ** 2)
    slope_0 = (loss_at(1.0) - loss_at(-1.0)) / 2
    curvature = loss_at(1.0) + loss_at(-1.0) - 2 * loss_at(0.0)
    return -slope_0 / curvature


sigma_X = np.inner(size, size)
sigma_XY = np.inner(size, price)
W_1d = fit_1d(size, price)
