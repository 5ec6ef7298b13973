# diagnosis: tolerance or nearest
def split(X, Y, t, train_until):
    early = t <= train_until + 0.05
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]
