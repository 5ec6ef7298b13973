def fit_1d(x, y):
    return np.mean(x * y) / np.mean(x**2)


def second_moment(a, b):
    return sum(p * q for p, q in zip(a.tolist(), b.tolist()))


sigma_X = second_moment(size, size)
sigma_XY = second_moment(size, price)
W_1d = sigma_XY / sigma_X
