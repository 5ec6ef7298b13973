def split(X, Y, t, train_until):
    XT, YT = np.asarray(X).T, np.asarray(Y).T
    keep = np.less_equal(t, train_until)
    out = []
    for sel in (keep, np.logical_not(keep)):
        out += [XT[sel].T, YT[sel].T]
    return tuple(out)
