# diagnosis: raised
def gram_vectorised(X):
    X = X.reshape(25, -1)
    return X @ X.T
