from sklearn.linear_model import LinearRegression


def fit_1d(x, y):
    model = LinearRegression(fit_intercept=False).fit(np.asarray(x)[:, None], y)
    return float(model.coef_[0])


sigma_X = float(np.einsum("n,n->", size, size))
sigma_XY = float(np.einsum("n,n->", size, price))
W_1d = fit_1d(size, price)
