def split(X, Y, t, train_until):
    which_train = np.flatnonzero(np.less_equal(t, train_until))
    which_test = np.flatnonzero(np.greater(t, train_until))
    take = lambda A, idx: np.take(A, idx, axis=1)
    return take(X, which_train), take(Y, which_train), take(X, which_test), take(Y, which_test)
