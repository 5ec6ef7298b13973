# diagnosis: half_filled
def gram_vectorised(X):
    return np.triu(X @ X.T)
