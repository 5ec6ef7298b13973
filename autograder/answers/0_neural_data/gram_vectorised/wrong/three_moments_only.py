# diagnosis: three_moments
def gram_vectorised(X):
    return X[:, :3] @ X[:, :3].T
