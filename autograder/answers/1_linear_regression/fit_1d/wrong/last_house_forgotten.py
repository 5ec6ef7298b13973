# diagnosis: last_missing
def fit_1d(x, y):
    total_x = total_xy = 0
    for n in range(len(x) - 1):
        total_x += x[n] * x[n]
        total_xy += x[n] * y[n]
    return total_xy / total_x


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
