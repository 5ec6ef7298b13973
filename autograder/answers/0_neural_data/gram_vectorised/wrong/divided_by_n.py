# diagnosis: one_over_n
def gram_vectorised(X):
    return X @ X.T / X.shape[1]
