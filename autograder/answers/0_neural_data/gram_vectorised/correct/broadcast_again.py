def gram_vectorised(X):
    A = X[:, np.newaxis, :]   # (n, 1, N)
    B = X[np.newaxis, :, :]   # (1, n, N)
    return (A * B).sum(axis=2)
