from fractions import Fraction


def fit_1d(x, y):
    upper = sum(Fraction(float(a)) * Fraction(float(b)) for a, b in zip(x, y))
    lower = sum(Fraction(float(a)) ** 2 for a in x)
    return float(upper / lower)


sigma_X = sum(int(a) ** 2 for a in size)
sigma_XY = sum(int(a) * int(b) for a, b in zip(size, price))
W_1d = fit_1d(size, price)
