def fit_1d(x, y):
    A = np.asarray(x, dtype=float).reshape(-1, 1)
    solution, *_ = np.linalg.lstsq(A, np.asarray(y, dtype=float), rcond=None)
    return solution[0]


sigma_X = float(np.square(size).sum())
sigma_XY = float(np.multiply(size, price).sum())
W_1d = fit_1d(size, price)
