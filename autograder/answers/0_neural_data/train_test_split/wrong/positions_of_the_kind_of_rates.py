# diagnosis: wrong_columns
def split(X, Y, t, train_until):
    early = t <= train_until
    both = np.zeros((len(X) + len(Y), len(t)), dtype=X.dtype)
    both[: len(X)], both[len(X) :] = X, Y
    training, testing = both[:, early], both[:, ~early]
    return training[: len(X)], training[len(X) :], testing[: len(X)], testing[len(X) :]
