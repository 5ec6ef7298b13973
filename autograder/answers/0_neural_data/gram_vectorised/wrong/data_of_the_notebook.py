# diagnosis: wrong_shape
result = X @ X.T


def gram_vectorised(X):
    return result
