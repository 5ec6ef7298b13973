def gram_vectorised(X):
    return (X @ X.T).tolist()
