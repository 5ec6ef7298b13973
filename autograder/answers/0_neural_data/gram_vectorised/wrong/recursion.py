# diagnosis: has_loop
def gram_vectorised(X):
    if X.shape[1] == 0:
        return np.zeros((X.shape[0], X.shape[0]))
    return np.outer(X[:, 0], X[:, 0]) + gram_vectorised(X[:, 1:])
