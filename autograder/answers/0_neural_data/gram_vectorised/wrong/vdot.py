# diagnosis: total_only
def gram_vectorised(X):
    return np.vdot(X, X)
