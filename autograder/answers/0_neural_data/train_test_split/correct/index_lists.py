def split(X, Y, t, train_until):
    train_idx = []
    test_idx = []
    for n in range(len(t)):
        if t[n] > train_until:
            test_idx.append(n)
        else:
            train_idx.append(n)
    train_idx = np.array(train_idx, dtype=int)
    test_idx = np.array(test_idx, dtype=int)
    return X[:, train_idx], Y[:, train_idx], X[:, test_idx], Y[:, test_idx]
