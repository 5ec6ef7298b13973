# diagnosis: y_not_cut
# points: 0.75
def split(X, Y, t, train_until):
    m = t <= train_until
    return X[:, m], Y, X[:, ~m], Y
