# diagnosis: wrong_columns
def split(X, Y, t, train_until):
    k = np.sum(t <= train_until)
    order = np.random.default_rng(0).permutation(len(t))
    return X[:, order[:k]], Y[:, order[:k]], X[:, order[k:]], Y[:, order[k:]]
