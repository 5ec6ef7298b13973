# diagnosis: damages_input
def split(X, Y, t, train_until):
    t -= train_until
    mask = t <= 0
    return X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]
