# diagnosis: whole_seconds
def split(X, Y, t, train_until):
    mask = np.floor(t) <= np.floor(train_until)
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]
