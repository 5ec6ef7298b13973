def fit_1d(x, y):
    upper = lower = 0.0
    for a, b in zip(x, y):
        upper += a * b
        lower += a * a
    return upper / lower


sigma_X = 0
sigma_XY = 0
for s, p in zip(size, price):
    sigma_X += s**2
    sigma_XY += s * p
W_1d = fit_1d(size, price)
