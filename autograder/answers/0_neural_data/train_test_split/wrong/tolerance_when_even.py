# diagnosis: tolerance
def split(X, Y, t, train_until):
    steps = np.diff(t)
    if np.allclose(steps, steps[0] if len(steps) else 0):
        n = int(np.clip(np.floor((train_until - t[0]) / steps[0] + 1e-6) + 1, 0, len(t)))
    else:
        n = np.searchsorted(t, train_until, side="right")
    return X[:, :n], Y[:, :n], X[:, n:], Y[:, n:]
