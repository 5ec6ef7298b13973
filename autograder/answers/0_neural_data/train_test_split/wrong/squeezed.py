# diagnosis: axis_lost
def split(X, Y, t, train_until):
    mask = t <= train_until
    return tuple(np.squeeze(A) for A in (X[:, mask], Y[:, mask], X[:, ~mask], Y[:, ~mask]))
