# diagnosis: has_loop
def gram_vectorised(X):
    M, i = np.zeros((len(X), len(X))), 0
    while i < len(X):
        M[i] = X @ X[i]
        i += 1
    return M
