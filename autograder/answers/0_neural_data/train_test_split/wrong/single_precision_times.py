# diagnosis: tolerance
def split(X, Y, t, train_until):
    train = t.astype(np.float32) <= np.float32(train_until)
    return X[:, train], Y[:, train], X[:, ~train], Y[:, ~train]
