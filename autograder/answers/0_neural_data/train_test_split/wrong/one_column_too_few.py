# diagnosis: one_too_few
# points: 0.75
def split(X, Y, t, train_until):
    last = int(np.sum(t <= train_until)) - 1
    return X[:, :last], Y[:, :last], X[:, last:], Y[:, last:]
