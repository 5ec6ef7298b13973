# diagnosis: small_is_zero
def gram_vectorised(X):
    M = X @ X.T
    M[np.abs(M) < 1e-6] = 0
    return M
