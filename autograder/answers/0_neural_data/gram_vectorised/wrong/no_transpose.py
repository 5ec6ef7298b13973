# diagnosis: raised
def gram_vectorised(X):
    return X @ X
