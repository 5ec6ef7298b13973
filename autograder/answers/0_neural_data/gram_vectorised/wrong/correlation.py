# diagnosis: correlations
def gram_vectorised(X):
    M = np.corrcoef(X, rowvar=True)
    return M
