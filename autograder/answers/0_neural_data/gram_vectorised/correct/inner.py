gram_vectorised = lambda X: np.inner(X, X)
