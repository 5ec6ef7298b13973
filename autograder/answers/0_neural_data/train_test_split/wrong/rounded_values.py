# diagnosis: rounded
# points: 0.25
def split(X, Y, t, train_until):
    early = t <= train_until
    X, Y = X.round(3), Y.round(3)
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]
