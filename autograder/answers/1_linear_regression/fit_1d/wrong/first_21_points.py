# diagnosis: raised
def fit_1d(x, y):
    num = den = 0
    for n in range(21):
        num += x[n] * y[n]
        den += x[n] ** 2
    return num / den


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
