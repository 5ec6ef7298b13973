# diagnosis: wrong_shape
parts = session.X_train, session.Y_train, session.X_test, session.Y_test


def split(X, Y, t, train_until):
    return parts
