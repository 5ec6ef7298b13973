def split(X, Y, t, train_until):
    n_train = int((t <= train_until).sum())
    X_train, X_test = np.split(X, [n_train], axis=1)
    Y_train, Y_test = np.split(Y, [n_train], axis=1)
    return X_train, Y_train, X_test, Y_test
