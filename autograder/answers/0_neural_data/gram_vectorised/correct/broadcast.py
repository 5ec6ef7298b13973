def gram_vectorised(X):
    return (X[:, None, :] * X[None, :, :]).sum(axis=-1)
