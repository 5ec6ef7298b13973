from sklearn.linear_model import LinearRegression

def fit_1d(x, y):
    model = LinearRegression(fit_intercept=False)
    model.fit(np.asarray(x, float)[:, None], y)
    return float(model.coef_[0])


sigma_X = (size**2).sum()
sigma_XY = (price * size).sum()
W_1d = fit_1d(size, price)
