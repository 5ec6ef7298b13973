def split(X, Y, t, train_until):
    def rows(A, wanted):
        return [[float(a) for a, w in zip(row, wanted) if w] for row in A]
    early = [bool(s <= train_until) for s in t]
    late = [not e for e in early]
    return rows(X, early), rows(Y, early), rows(X, late), rows(Y, late)
