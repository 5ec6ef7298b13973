def split(X, Y, t, train_until):
    k = np.searchsorted(t, train_until, side="right")
    (X_train, X_test), (Y_train, Y_test) = (np.split(array, [k], axis=1) for array in (X, Y))
    return X_train, Y_train, X_test, Y_test
