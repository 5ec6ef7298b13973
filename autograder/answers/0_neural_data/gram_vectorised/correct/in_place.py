def gram_vectorised(X):
    M = np.empty((X.shape[0], X.shape[0]))
    np.matmul(X, X.T, out=M)
    return M
