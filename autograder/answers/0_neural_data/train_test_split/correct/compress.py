def split(X, Y, t, train_until):
    before = np.less_equal(t, train_until)
    after = np.greater(t, train_until)
    return [np.compress(m, A, axis=1) for m in (before, after) for A in (X, Y)]
