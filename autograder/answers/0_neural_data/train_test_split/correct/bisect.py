from bisect import bisect_right


def split(X, Y, t, train_until):
    k = bisect_right(t.tolist(), train_until)
    return tuple(part for half in (slice(None, k), slice(k, None)) for part in (X[:, half], Y[:, half]))
