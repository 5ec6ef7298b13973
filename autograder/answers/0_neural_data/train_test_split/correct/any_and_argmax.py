def split(X, Y, t, train_until):
    late = t > train_until
    k = np.argmax(late) if late.any() else len(t)
    return np.hsplit(X, [k])[0], np.hsplit(Y, [k])[0], np.hsplit(X, [k])[1], np.hsplit(Y, [k])[1]
