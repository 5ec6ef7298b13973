def split(X, Y, t, train_until):
    i_train = np.where(t <= train_until)[0]
    i_test = np.where(t > train_until)[0]
    return np.take(X, i_train, axis=1), np.take(Y, i_train, axis=1), np.take(X, i_test, 1), np.take(Y, i_test, 1)
