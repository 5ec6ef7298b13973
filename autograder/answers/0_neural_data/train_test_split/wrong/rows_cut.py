# diagnosis: rows_cut
def split(X, Y, t, train_until):
    k = int((t <= train_until).sum())
    return X[:k], Y[:k], X[k:], Y[k:]
