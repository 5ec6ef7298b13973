# diagnosis: raised
# points: 0.5
def split(X, Y, t, train_until):
    k = list(t).index(train_until) + 1
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
