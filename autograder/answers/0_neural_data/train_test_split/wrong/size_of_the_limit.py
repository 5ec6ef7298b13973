# diagnosis: sign_of_limit_lost
def split(X, Y, t, train_until):
    m = t <= abs(train_until)
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
