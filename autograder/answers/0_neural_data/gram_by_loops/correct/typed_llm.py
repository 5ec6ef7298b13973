def gram_by_loops(X: np.ndarray) -> np.ndarray:
    """Compute the Gram matrix M[i, j] = sum_n X[i, n] * X[j, n] with explicit loops.

    Args:
        X: Array of shape (n_cells, N).

    Returns:
        Array of shape (n_cells, n_cells).
    """
    X = np.asarray(X)
    n_cells: int = X.shape[0]
    n_moments: int = X.shape[1]
    M = np.zeros((n_cells, n_cells), dtype=float)
    for n in range(n_moments):
        for i in range(n_cells):
            x_i = X[i, n]
            for j in range(n_cells):
                M[i, j] += x_i * X[j, n]
    return M
