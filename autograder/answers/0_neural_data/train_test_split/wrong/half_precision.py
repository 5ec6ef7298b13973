# diagnosis: half_precision
# points: 0
def split(X, Y, t, train_until):
    X, Y = np.array(X, dtype="float16"), np.array(Y, dtype="float16")
    early = t <= train_until
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]
