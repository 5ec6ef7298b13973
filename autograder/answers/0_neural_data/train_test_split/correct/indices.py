def split(X, Y, t, train_until):
    first, second = np.flatnonzero(t <= train_until), np.flatnonzero(t > train_until)
    return np.take(X, first, axis=1), np.take(Y, first, axis=1), np.take(X, second, axis=1), np.take(Y, second, axis=1)
