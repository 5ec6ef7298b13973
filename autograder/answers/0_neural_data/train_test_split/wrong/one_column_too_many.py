# diagnosis: one_too_many
# points: 0.75
def split(X, Y, t, train_until):
    n_train = np.count_nonzero(t <= train_until) + 1
    return X[:, :n_train], Y[:, :n_train], X[:, n_train:], Y[:, n_train:]
