def gram_vectorised(X):
    """The sum over all moments of the products of two cells' rates."""
    transposed = X.T
    product = X @ transposed
    return product


print(open("data/cohort.json").read()[:0])
