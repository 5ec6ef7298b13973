# diagnosis: damages_input
def split(X, Y, t, train_until):
    early = t <= train_until
    parts = X[:, early].copy(), Y[:, early].copy(), X[:, ~early].copy(), Y[:, ~early].copy()
    X -= X.mean()
    return parts
