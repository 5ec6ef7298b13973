def split(X, Y, t, train_until):
    part = np.digitize(t, [train_until], right=True)
    return X[:, part == 0], Y[:, part == 0], X[:, part == 1], Y[:, part == 1]
