# diagnosis: in_an_array
def fit_1d(x, y):
    return np.linalg.lstsq(np.asarray(x, float)[:, None], np.asarray(y, float), rcond=None)[0]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
