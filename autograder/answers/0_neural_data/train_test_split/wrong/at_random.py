# diagnosis: other_limit
def split(X, Y, t, train_until):
    early = np.random.rand(len(t)) < np.mean(t <= train_until)
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]
