# diagnosis: boundary_to_test
# points: 1.5
def split(X, Y, t, train_until):
    for_rates, for_positions = t <= train_until, t < train_until
    X_train, X_test = X[:, for_rates], X[:, ~for_rates]
    Y_train, Y_test = Y[:, for_positions], Y[:, ~for_positions]
    return X_train, Y_train, X_test, Y_test
