# diagnosis: result_kept
buffers = {}


def split(X, Y, t, train_until):
    train = t <= train_until
    shape = len(X), train.sum()
    part = buffers.setdefault(shape, np.zeros(shape))
    part[:] = X[:, train]
    return part, Y[:, train], X[:, ~train], Y[:, ~train]
