# diagnosis: tolerance or nearest
def split(X, Y, t, train_until):
    m = np.round(t, 1) <= np.round(train_until, 1)
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
