# diagnosis: total_only
def gram_vectorised(X):
    return np.sum(X * X)
