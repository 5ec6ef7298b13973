as_it_was = split


def split(X, Y, t, train_until):
    n_cells, N = X.shape
    assert Y.shape == (2, N)
    assert t.shape == (N,)
    assert (np.diff(t) > 0).all()
    parts = as_it_was(X, Y, t, train_until)
    n_train = sum(t <= train_until)
    shapes = [np.shape(part) for part in parts]
    assert shapes == [(n_cells, n_train), (2, n_train), (n_cells, N - n_train), (2, N - n_train)]
    return parts
