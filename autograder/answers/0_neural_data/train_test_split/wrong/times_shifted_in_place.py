# diagnosis: damages_input
def split(X, Y, t, train_until):
    t -= train_until
    return X[:, t <= 0], Y[:, t <= 0], X[:, t > 0], Y[:, t > 0]
