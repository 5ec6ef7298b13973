def split(X, Y, t, train_until):
    (tr,) = np.nonzero(t <= train_until)
    (te,) = np.nonzero(t > train_until)
    rows_x, rows_y = X.T, Y.T
    return rows_x[tr].T, rows_y[tr].T, rows_x[te].T, rows_y[te].T
