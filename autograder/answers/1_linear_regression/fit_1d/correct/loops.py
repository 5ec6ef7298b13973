def fit_1d(x, y):
    num = 0.0
    den = 0.0
    for n in range(len(x)):
        num += float(y[n]) * float(x[n])
        den += float(x[n]) ** 2
    return num / den


sigma_X = 0
sigma_XY = 0
for n in range(len(size)):
    sigma_X += int(size[n]) ** 2
    sigma_XY += int(price[n]) * int(size[n])
W_1d = fit_1d(size, price)
