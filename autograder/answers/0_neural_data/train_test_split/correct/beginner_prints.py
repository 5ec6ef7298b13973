def split(X, Y, t, train_until):
    print("splitting at", train_until)
    i = 0
    while i < len(t) and t[i] <= train_until:
        i = i + 1
    X_train = X[:, 0:i].copy()
    Y_train = Y[:, 0:i].copy()
    X_test = X[:, i:len(t)].copy()
    Y_test = Y[:, i:len(t)].copy()
    return X_train, Y_train, X_test, Y_test
