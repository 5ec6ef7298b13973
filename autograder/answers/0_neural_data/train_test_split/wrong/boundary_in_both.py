# diagnosis: overlap
# points: 1.5
def split(X, Y, t, train_until):
    return X[:, t <= train_until], Y[:, t <= train_until], X[:, t >= train_until], Y[:, t >= train_until]
