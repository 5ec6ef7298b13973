# diagnosis: outside_reversed
def split(X, Y, t, train_until):
    first = np.argmax(t > train_until)
    X_train, X_test = X[:, :first], X[:, first:]
    Y_train, Y_test = Y[:, :first], Y[:, first:]
    return [X_train, Y_train, X_test, Y_test]
