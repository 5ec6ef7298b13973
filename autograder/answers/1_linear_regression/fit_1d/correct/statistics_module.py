from statistics import linear_regression


def fit_1d(x, y):
    if len(x) == 1:
        return float(y[0]) / float(x[0])
    return linear_regression([float(v) for v in x], [float(v) for v in y], proportional=True).slope


sigma_X = sum(int(v) ** 2 for v in size)
sigma_XY = sum(int(a) * int(b) for a, b in zip(size, price))
W_1d = fit_1d(size, price)
