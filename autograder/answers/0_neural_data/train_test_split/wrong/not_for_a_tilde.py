# diagnosis: raised
# points: 0
def split(X, Y, t, train_until):
    training = t <= train_until
    testing = not training
    return X[:, training], Y[:, training], X[:, testing], Y[:, testing]
