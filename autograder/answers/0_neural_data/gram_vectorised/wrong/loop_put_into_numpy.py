# diagnosis: has_loop
def _looped(X):
    M = np.zeros((len(X), len(X)))
    for i in range(len(X)):
        for j in range(len(X)):
            M[i, j] = X[i] @ X[j]
    return M


np.gram = _looped


def gram_vectorised(X):
    return np.gram(X)
