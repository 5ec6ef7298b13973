# diagnosis: sample_lost
# points: 0.75
def split(X, Y, t, train_until):
    k = np.sum(t < train_until)
    return X[:, :k], Y[:, :k], X[:, k + 1 :], Y[:, k + 1 :]
