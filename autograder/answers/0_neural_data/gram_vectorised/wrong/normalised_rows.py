# diagnosis: cosines
def gram_vectorised(X):
    U = X / np.linalg.norm(X, axis=1, keepdims=True)
    return U @ U.T
