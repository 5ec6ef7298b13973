# diagnosis: not_four_arrays
def split(X, Y, t, train_until):
    m = t <= train_until
    return {"X_train": X[:, m], "Y_train": Y[:, m], "X_test": X[:, ~m], "Y_test": Y[:, ~m]}
