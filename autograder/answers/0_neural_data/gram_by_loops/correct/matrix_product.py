def gram_by_loops(X):
    return X @ X.T
