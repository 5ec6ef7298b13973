def split(X, Y, t, train_until):
    boundary = 0
    for n in range(0, len(t)):
        if t[n] <= train_until:
            boundary = boundary + 1
        else:
            break
    X_train = np.zeros((X.shape[0], boundary))
    Y_train = np.zeros((Y.shape[0], boundary))
    X_test = np.zeros((X.shape[0], len(t) - boundary))
    Y_test = np.zeros((Y.shape[0], len(t) - boundary))
    for n in range(0, len(t)):
        if n < boundary:
            X_train[:, n] = X[:, n]
            Y_train[:, n] = Y[:, n]
        else:
            X_test[:, n - boundary] = X[:, n]
            Y_test[:, n - boundary] = Y[:, n]
    return X_train, Y_train, X_test, Y_test
