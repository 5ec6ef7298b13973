from typing import Any


def gram_by_loops(X: np.ndarray) -> np.ndarray:
    """Compute the Gram matrix of ``X`` with explicit loops.

    Parameters
    ----------
    X : np.ndarray
        Array of shape (n_cells, N).

    Returns
    -------
    np.ndarray
        Symmetric matrix of shape (n_cells, n_cells).
    """
    data: Any = np.asarray(X, dtype=float)
    if data.ndim != 2:
        raise ValueError(f"X must be two-dimensional, got {data.ndim} dimensions.")
    n_cells, n_moments = data.shape
    result = np.zeros((n_cells, n_cells))
    for i in range(n_cells):
        for j in range(i + 1):
            value = 0.0
            for n in range(n_moments):
                value += data[i, n] * data[j, n]
            result[i, j] = result[j, i] = value
    assert result.shape == (n_cells, n_cells)
    return result
