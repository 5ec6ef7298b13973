# diagnosis: axis_lost
def split(X, Y, t, train_until):
    xt = np.array([X[:, n] for n in range(len(t)) if t[n] <= train_until]).T
    yt = np.array([Y[:, n] for n in range(len(t)) if t[n] <= train_until]).T
    xs = np.array([X[:, n] for n in range(len(t)) if t[n] > train_until]).T
    ys = np.array([Y[:, n] for n in range(len(t)) if t[n] > train_until]).T
    return xt, yt, xs, ys
