def gram_vectorised(X):
    left = X[:, None, :]
    right = X[None, :, :]
    return (left * right).sum(axis=-1)
