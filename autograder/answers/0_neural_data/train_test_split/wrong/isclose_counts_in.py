# diagnosis: tolerance
def split(X, Y, t, train_until):
    m = (t < train_until) | np.isclose(t, train_until)
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
