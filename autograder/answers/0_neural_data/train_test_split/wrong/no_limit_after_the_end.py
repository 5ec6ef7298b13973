# diagnosis: one_left_over
# points: 1.5
def split(X, Y, t, train_until):
    k = min(np.sum(t <= train_until), len(t) - 1)
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
