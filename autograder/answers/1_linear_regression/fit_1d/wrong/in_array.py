# diagnosis: in_an_array
def fit_1d(x, y):
    A = np.asarray(x, dtype=float)[:, None]
    solution, *_ = np.linalg.lstsq(A, np.asarray(y, dtype=float), rcond=None)
    return solution

sigma_X = np.dot(size, size)
sigma_XY = np.dot(price, size)
W_1d = fit_1d(size, price)
