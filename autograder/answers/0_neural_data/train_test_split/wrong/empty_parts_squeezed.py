# diagnosis: axis_lost
def split(X, Y, t, train_until):
    def columns(A, which):
        return np.array([A[:, n] for n in range(len(t)) if which[n]]).T

    early = t <= train_until
    return columns(X, early), columns(Y, early), columns(X, ~early), columns(Y, ~early)
