# diagnosis: axis_lost
def split(X, Y, t, train_until):
    if train_until < t[0]:
        return np.array([]), np.array([]), X, Y
    if train_until >= t[-1]:
        return X, Y, np.array([]), np.array([])
    mask = t <= train_until
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]
