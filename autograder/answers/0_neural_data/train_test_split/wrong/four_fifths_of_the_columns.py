# diagnosis: fixed_fraction
# points: 0.5
def split(X, Y, t, train_until):
    k = int(0.8 * X.shape[1])
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
