# diagnosis: axis_lost
def split(X, Y, t, train_until):
    m = t <= train_until
    return tuple(np.squeeze(A) for A in (X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]))
