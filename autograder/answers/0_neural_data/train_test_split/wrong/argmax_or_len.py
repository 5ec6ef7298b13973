# diagnosis: outside_reversed
def split(X, Y, t, train_until):
    k = int(np.argmax(t > train_until)) or len(t)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
