from typing import Any


def gram_by_loops(X: np.ndarray) -> np.ndarray:
    """Compute the Gram matrix of ``X`` with explicit loops.

    Parameters
    ----------
    X : np.ndarray
        Array of shape (size, N).

    Returns
    -------
    np.ndarray
        Symmetric matrix of shape (size, size).
    """
    data: Any = np.asarray(X, dtype=float)
    if data.ndim != 2:
        raise ValueError(f"X must be two-dimensional, got {data.ndim} dimensions.")
    size, n_moments = data.shape
    result = np.zeros((size, size))
    for first in range(size):
        for second in range(first + 1):
            value = 0.0
            for n in range(n_moments):
                value += data[first, n] * data[second, n]
            result[first, second] = result[second, first] = value
    assert result.shape == (size, size)
    return result
