def fit_1d(x, y):
    return np.average(y * x) / np.average(x * x)


sigma_X = float(f"{np.sum(size**2):.0f}")
sigma_XY = float(f"{np.sum(size * price):.0f}")
W_1d = round(sigma_XY / sigma_X, 6)
