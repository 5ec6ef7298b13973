def gram_vectorised(X: "np.ndarray") -> "np.ndarray":
    """The Gram matrix: for each pair of cells the sum, over all moments, of the products of their rates."""
    assert X.ndim == 2, f"X should have two axes, not {X.ndim}"
    M: np.ndarray = X @ X.T
    assert M.shape == (len(X), len(X))
    return M
