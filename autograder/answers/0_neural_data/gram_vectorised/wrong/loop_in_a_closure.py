# diagnosis: has_loop
def hidden():
    def pairs(X):
        M = np.zeros((len(X), len(X)))
        for i in range(len(X)):
            for j in range(len(X)):
                M[i, j] = X[i] @ X[j]
        return M

    return lambda X: pairs(X)


gram_vectorised = hidden()
