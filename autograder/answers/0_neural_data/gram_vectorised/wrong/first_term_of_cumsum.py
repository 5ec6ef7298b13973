# diagnosis: wrong_value
def gram_vectorised(X):
    return np.cumsum(X[:, None, :] * X[None, :, :], axis=-1)[:, :, 0]
