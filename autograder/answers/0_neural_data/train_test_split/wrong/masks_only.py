# diagnosis: axis_lost
def split(X, Y, t, train_until):
    return t <= train_until, t <= train_until, t > train_until, t > train_until
