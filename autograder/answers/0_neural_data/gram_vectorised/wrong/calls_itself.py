# diagnosis: has_loop
def gram_vectorised(X):
    if X.shape[1] == 1:
        return X @ X.T
    return np.outer(X[:, 0], X[:, 0]) + gram_vectorised(X[:, 1:])
