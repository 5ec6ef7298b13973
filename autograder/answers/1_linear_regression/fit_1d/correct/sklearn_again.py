from sklearn.linear_model import LinearRegression

def fit_1d(x, y):
    model = LinearRegression(fit_intercept=False)
    model.fit(np.reshape(x, (-1, 1)), y)
    return model.coef_.item()

sigma_X = np.linalg.norm(size) ** 2
sigma_XY = np.einsum("n,n", size, price)
W_1d = fit_1d(size, price)
