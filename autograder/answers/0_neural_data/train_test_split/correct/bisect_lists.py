from bisect import bisect_right


def split(X, Y, t, train_until):
    k = bisect_right(list(t), train_until)
    return [[list(map(float, row[s])) for row in A] for s in (slice(None, k), slice(k, None)) for A in (X, Y)]
