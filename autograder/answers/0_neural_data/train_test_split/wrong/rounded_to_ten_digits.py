# diagnosis: tolerance
def split(X, Y, t, train_until):
    m = np.round(t, 10) <= round(train_until, 10)
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
