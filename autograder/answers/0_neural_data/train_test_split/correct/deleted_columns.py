def split(X, Y, t, train_until):
    late = np.where(t > train_until)[0]
    early = np.where(t <= train_until)[0]
    return [np.delete(A, out, axis=1) for out in (late, early) for A in (X, Y)]
