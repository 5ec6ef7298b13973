def gram_vectorised(X):
    X = np.asarray(X, dtype=np.float32)
    return np.matmul(X, np.swapaxes(X, 0, 1))
