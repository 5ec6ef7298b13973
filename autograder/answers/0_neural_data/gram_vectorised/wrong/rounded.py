# diagnosis: rounded
def gram_vectorised(X):
    return np.round(X @ X.T, 3)
