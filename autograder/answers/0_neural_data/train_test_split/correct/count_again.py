def split(X, Y, t, train_until):
    n_train = int(np.sum(np.array(t) <= train_until))
    X_train = X[:, 0:n_train]
    Y_train = Y[:, 0:n_train]
    X_test = X[:, n_train:]
    Y_test = Y[:, n_train:]
    return X_train, Y_train, X_test, Y_test
