# diagnosis: axis_lost
def gram_vectorised(X):
    return np.squeeze(X @ X.T)
