# diagnosis: limit_kept
masks = {}


def split(X, Y, t, train_until):
    train = masks.setdefault((len(t), float(train_until)), t <= train_until)
    return X[:, train], Y[:, train], X[:, ~train], Y[:, ~train]
