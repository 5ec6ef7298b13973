def split(X, Y, t, train_until):
    training, testing = [], []
    for n in range(len(t)):
        if t[n] > train_until:
            testing.append(n)
        else:
            training.append(n)
    training = np.array(training, dtype=int)
    testing = np.array(testing, dtype=int)
    return X[:, training], Y[:, training], X[:, testing], Y[:, testing]
