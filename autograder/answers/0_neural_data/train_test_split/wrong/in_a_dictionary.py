# diagnosis: not_four_arrays
def split(X, Y, t, train_until):
    early = t <= train_until
    return {"X_train": X[:, early], "Y_train": Y[:, early], "X_test": X[:, ~early], "Y_test": Y[:, ~early]}
