# diagnosis: axis_lost
# points: 1.5
def split(X, Y, t, train_until):
    early = np.asarray(t) <= train_until
    if not early.any():
        return np.array([]), np.array([]), X, Y
    if early.all():
        return X, Y, np.array([]), np.array([])
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]
