def gram_vectorised(X):
    return np.einsum("in,jn->ij", X, X)
