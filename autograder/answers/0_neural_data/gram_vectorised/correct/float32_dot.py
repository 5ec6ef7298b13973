def gram_vectorised(X):
    return np.dot(np.asarray(X, dtype=np.float32), np.transpose(np.asarray(X, dtype=np.float32)))
