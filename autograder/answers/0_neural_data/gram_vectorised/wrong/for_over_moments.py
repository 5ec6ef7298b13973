# diagnosis: has_loop
def gram_vectorised(X):
    M = np.zeros((X.shape[0], X.shape[0]))
    for n in range(X.shape[1]):
        M += np.outer(X[:, n], X[:, n])
    return M
