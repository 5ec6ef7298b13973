# diagnosis: raised_outside
def split(X, Y, t, train_until):
    first_test = np.where(t > train_until)[0][0]
    return X[:, :first_test], Y[:, :first_test], X[:, first_test:], Y[:, first_test:]
