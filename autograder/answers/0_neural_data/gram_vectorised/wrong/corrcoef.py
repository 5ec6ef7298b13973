# diagnosis: correlations
def gram_vectorised(X):
    return np.corrcoef(X)
