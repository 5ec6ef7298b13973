def split(X, Y, t, train_until):
    n_train = int(np.sum(t <= train_until))
    X_train, X_test = np.split(X, [n_train], axis=1)
    Y_train, Y_test = np.hsplit(Y, [n_train])
    return X_train, Y_train, X_test, Y_test
