def fit_1d(x, y):
    A = np.array([[np.dot(x, x)]], dtype=float)
    b = np.array([np.dot(x, y)], dtype=float)
    return np.linalg.solve(A, b)[0]


sigma_X = sum(int(s) ** 2 for s in size)
sigma_XY = sum(int(s) * int(p) for s, p in zip(size, price))
W_1d = fit_1d(size, price)
