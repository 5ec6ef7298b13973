# diagnosis: diagonal_only
def gram_vectorised(X):
    return np.sum(X ** 2, axis=1)
