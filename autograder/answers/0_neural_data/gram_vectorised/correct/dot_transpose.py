def gram_vectorised(X):
    X = np.asarray(X)
    Xt = np.transpose(X)
    M = np.dot(X, Xt)
    return M
