def split(X, Y, t, train_until):
    def columns(A, wanted):
        return [[value for value, when in zip(row, t) if wanted(when)] for row in A]

    return (
        columns(X, lambda when: when <= train_until),
        columns(Y, lambda when: when <= train_until),
        columns(X, lambda when: when > train_until),
        columns(Y, lambda when: when > train_until),
    )
