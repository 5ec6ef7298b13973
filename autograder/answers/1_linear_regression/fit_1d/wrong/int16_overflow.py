# diagnosis: data_cut_to_whole
def fit_1d(x, y):
    x, y = x.astype(np.int16), y.astype(np.int16)
    return np.sum(x * y, dtype=float) / np.sum(x * x, dtype=float)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
