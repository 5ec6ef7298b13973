# diagnosis: data_cut_to_whole
def fit_1d(x, y):
    x, y = np.array(x, dtype=int), np.array(y, dtype=int)
    return int(np.sum(x * y)) / int(np.sum(x * x))


sigma_X = int(np.sum(size * size))
sigma_XY = int(np.sum(size * price))
W_1d = fit_1d(size, price)
