# diagnosis: boundary_to_test
# points: 1.5
def split(X, Y, t, train_until):
    k = np.searchsorted(t, train_until)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
