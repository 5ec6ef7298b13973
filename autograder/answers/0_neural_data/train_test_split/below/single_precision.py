in_double_precision = split


def split(X, Y, t, train_until):
    return tuple(np.asarray(part, dtype=np.float32) for part in in_double_precision(X, Y, t, train_until))
