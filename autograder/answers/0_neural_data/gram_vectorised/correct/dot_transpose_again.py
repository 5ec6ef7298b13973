gram_vectorised = lambda X: np.dot(X, np.transpose(X))
