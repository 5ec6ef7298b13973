# diagnosis: diagonal_only
def gram_vectorised(X):
    return np.sum(X * X, axis=1)
