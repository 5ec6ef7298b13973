# diagnosis: other_limit
def split(X, Y, t, train_until):
    early = t <= train_until
    return X * early, Y * early, X * ~early, Y * ~early
