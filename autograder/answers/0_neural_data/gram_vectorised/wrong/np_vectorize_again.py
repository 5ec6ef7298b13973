# diagnosis: has_loop
def gram_vectorised(X):
    f = np.vectorize(lambda i, j: X[i] @ X[j])
    k = np.arange(len(X))
    return f(k[:, None], k)
