def gram_vectorised(X):
    return (X[:, np.newaxis, :] * X[np.newaxis, :, :]).sum(axis=-1)
