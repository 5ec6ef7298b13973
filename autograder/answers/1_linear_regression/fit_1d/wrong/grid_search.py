# diagnosis: rounded
def fit_1d(x, y):
    grid = np.linspace(0, 10, 100001)
    x, y = np.asarray(x, float), np.asarray(y, float)
    losses = grid**2 * (x @ x) - 2 * grid * (x @ y)
    return grid[np.argmin(losses)]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
