# diagnosis: first_later_lost
# points: 0.75
def split(X, Y, t, train_until):
    last = np.count_nonzero(t <= train_until)
    return X[:, :last], Y[:, :last], X[:, last + 1 :], Y[:, last + 1 :]
