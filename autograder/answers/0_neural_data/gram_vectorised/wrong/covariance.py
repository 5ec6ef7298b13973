# diagnosis: covariance
def gram_vectorised(X):
    return np.cov(X)
