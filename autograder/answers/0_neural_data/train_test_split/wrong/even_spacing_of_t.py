# diagnosis: index_from_first_step or index_from_dt or one_too_few or fixed_fraction
def split(X, Y, t, train_until):
    dt = t[1] - t[0]
    k = int(np.floor((train_until - t[0]) / dt + 1e-9)) + 1
    k = max(0, min(k, len(t)))
    return X[:, :k], Y[:, :k], X[:, k:], Y[:, k:]
