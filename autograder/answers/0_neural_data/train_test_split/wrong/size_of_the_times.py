# diagnosis: sign_of_t_lost
def split(X, Y, t, train_until):
    m = np.abs(t) <= train_until
    return X[:, m], Y[:, m], X[:, ~m], Y[:, ~m]
