# diagnosis: nearest
# points: 0.5
def split(X, Y, t, train_until):
    k = np.argmin(np.abs(t - train_until)) + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
