# diagnosis: raised
# points: 0.5
moments = session.t


def split(X, Y, t, train_until):
    early = moments <= train_until
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]
