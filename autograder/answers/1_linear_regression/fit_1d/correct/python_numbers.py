def fit_1d(x, y):
    return sum(a * b for a, b in zip(x, y)) / sum(a * a for a in x)


sigma_X = int(sum(s * s for s in size))
sigma_XY = float(sum(s * p for s, p in zip(size, price)))
W_1d = float(fit_1d(size, price))
