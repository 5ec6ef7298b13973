# diagnosis: raised_outside
def split(X, Y, t, train_until):
    k = np.max(np.where(t <= train_until)) + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
