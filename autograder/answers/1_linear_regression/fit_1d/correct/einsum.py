def fit_1d(x, y):
    return np.einsum("n,n->", x, y) / np.einsum("n,n->", x, x)


sigma_X = np.einsum("n,n", size, size)
sigma_XY = np.einsum("n,n", size, price)
W_1d = fit_1d(size, price)
