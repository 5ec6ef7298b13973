def split(X, Y, t, train_until):
    early, late = t <= train_until, t > train_until
    return X.T[early].T, Y.T[early].T, X.T[late].T, Y.T[late].T
