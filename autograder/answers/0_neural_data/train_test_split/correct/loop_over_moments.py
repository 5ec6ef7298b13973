def split(X, Y, t, train_until):
    early = [n for n in range(len(t)) if not t[n] > train_until]
    late = [n for n in range(len(t)) if t[n] > train_until]
    return X[:, early].copy(), Y[:, early].copy(), X[:, late].copy(), Y[:, late].copy()
