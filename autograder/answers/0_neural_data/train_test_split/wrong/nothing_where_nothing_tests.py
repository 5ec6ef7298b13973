# diagnosis: none_for_a_part
# points: 1.5
def split(X, Y, t, train_until):
    n = int(np.sum(t <= train_until))
    if n == len(t):
        return X, Y, None, None
    if n == 0:
        return None, None, X, Y
    return X[:, :n], Y[:, :n], X[:, n:], Y[:, n:]
