def split(X, Y, t, train_until):
    def part(where):
        return tuple(np.compress(where, A, axis=1) for A in (X, Y))
    return part(t <= train_until) + part(t > train_until)
