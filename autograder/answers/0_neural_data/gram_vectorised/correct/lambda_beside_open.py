gram_vectorised = lambda X: X @ X.T

print(sorted(vars(session)))
