# diagnosis: ratio_of_roots
def fit_1d(x, y):
    return np.linalg.norm(y) / np.linalg.norm(x)


sigma_X = np.linalg.norm(size)
sigma_XY = size @ price
W_1d = fit_1d(size, price)
