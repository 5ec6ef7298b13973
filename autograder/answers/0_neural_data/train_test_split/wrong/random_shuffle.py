# diagnosis: wrong_columns
def split(X, Y, t, train_until):
    from sklearn.model_selection import train_test_split
    n_train = int((t <= train_until).sum())
    a, b, c, d = train_test_split(X.T, Y.T, train_size=max(1, min(n_train, len(t) - 1)), random_state=0)
    return a.T, c.T, b.T, d.T
