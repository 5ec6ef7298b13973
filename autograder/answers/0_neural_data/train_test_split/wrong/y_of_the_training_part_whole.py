# diagnosis: y_train_not_cut
def split(X, Y, t, train_until):
    early = t <= train_until
    return X[:, early], Y, X[:, ~early], Y[:, ~early]
