def gram_vectorised(X):
    X32 = X.astype(np.float32)
    return X32 @ X32.T
