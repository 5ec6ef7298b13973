# diagnosis: no_negatives
from scipy.optimize import minimize_scalar


def fit_1d(x, y):
    squares = lambda W: np.sum((W * x - y) ** 2)
    return float(minimize_scalar(squares, bounds=(0, 10), method="bounded", options={"xatol": 1e-10}).x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
