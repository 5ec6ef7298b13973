# diagnosis: wrong_columns
def split(X, Y, t, train_until):
    k = int(np.searchsorted(t, train_until, side="right"))
    positions = 100.0 * Y
    return X[:, :k], positions[:, :k], X[:, k:], positions[:, k:]
