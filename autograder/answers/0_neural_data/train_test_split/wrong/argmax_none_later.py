# diagnosis: outside_reversed
def split(X, Y, t, train_until):
    k = np.argmax(t > train_until)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
