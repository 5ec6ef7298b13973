def gram_vectorised(X):
    """M = X Xᵀ for X of shape (n_cells, N)."""
    return X @ X.T
