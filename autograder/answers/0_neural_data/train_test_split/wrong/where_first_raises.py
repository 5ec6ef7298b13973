# diagnosis: raised_outside
def split(X, Y, t, train_until):
    k = np.where(t > train_until)[0][0]
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
