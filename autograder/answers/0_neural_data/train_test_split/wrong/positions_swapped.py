# diagnosis: swapped
# points: 0.75
def split(X, Y, t, train_until):
    early, late = t <= train_until, t > train_until
    return X[:, early], Y[:, late], X[:, late], Y[:, early]
