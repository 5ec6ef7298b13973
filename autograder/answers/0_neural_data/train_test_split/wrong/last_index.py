# diagnosis: raised_outside
def split(X, Y, t, train_until):
    last = np.where(t <= train_until)[0][-1]
    return X[:, : last + 1], Y[:, : last + 1], X[:, last + 1 :], Y[:, last + 1 :]
