T, steps = len(t), 5

gram_vectorised = lambda X: X @ X.T
