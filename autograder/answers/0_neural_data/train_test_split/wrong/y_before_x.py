# diagnosis: y_first
def split(X, Y, t, train_until):
    early = t <= train_until
    return Y[:, early], X[:, early], Y[:, ~early], X[:, ~early]
