def split(X, Y, t, train_until):
    late = np.digitize(t, [train_until], right=True).astype(bool)
    return tuple(np.compress(which, A, axis=1) for which in (~late, late) for A in (X, Y))
