# diagnosis: nearest
# points: 0.5
def split(X, Y, t, train_until):
    k = int(round(np.interp(train_until, t, np.arange(len(t))))) + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
