def gram_vectorised(X: np.ndarray) -> np.ndarray:
    """Return the Gram matrix X Xᵀ.

    Args:
        X: array of shape (n_cells, N).

    Returns:
        Array of shape (n_cells, n_cells).
    """
    assert X.ndim == 2, "X should be (n_cells, N)"
    X_transposed = X.T
    return np.matmul(X, X_transposed)
