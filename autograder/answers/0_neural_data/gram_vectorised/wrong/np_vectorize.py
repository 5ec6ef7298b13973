# diagnosis: has_loop
def gram_vectorised(X):
    return np.vectorize(lambda i, j: X[i] @ X[j])(*np.indices((len(X), len(X))))
