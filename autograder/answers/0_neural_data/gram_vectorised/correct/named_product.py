def gram_vectorised(X):
    """The sum over all moments of the products of two cells' rates."""
    transposed = X.T
    product = X @ transposed
    return product


gc = {"steps": 5, "inspect": session.X.shape}
