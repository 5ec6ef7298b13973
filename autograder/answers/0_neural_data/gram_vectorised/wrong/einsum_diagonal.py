# diagnosis: diagonal_only
def gram_vectorised(X):
    return np.diag(np.einsum("in,in->i", X, X))
