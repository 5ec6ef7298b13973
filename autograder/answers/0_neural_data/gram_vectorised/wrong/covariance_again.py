# diagnosis: centred
def gram_vectorised(X):
    return np.cov(X) * (X.shape[1] - 1)
