# diagnosis: nearest
# points: 0.5
def split(X, Y, t, train_until):
    k = np.abs(t - train_until).argmin() + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
