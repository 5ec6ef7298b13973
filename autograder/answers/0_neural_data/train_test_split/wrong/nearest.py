# diagnosis: boundary_to_test
def split(X, Y, t, train_until):
    k = np.abs(t - train_until).argmin()
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
