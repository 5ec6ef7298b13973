# diagnosis: elementwise
def gram_vectorised(X):
    return X * X
