def second_moment(a: np.ndarray, b: np.ndarray) -> float:
    """Σ_n a_n b_n."""
    return float(np.sum(np.asarray(a, dtype=float) * np.asarray(b, dtype=float)))


def fit_1d(x: np.ndarray, y: np.ndarray) -> float:
    """Least-squares slope of a line through the origin.

    Raises
    ------
    ValueError
        If the arrays do not have the shape (N,) or all x are zero.
    """
    if np.ndim(x) != 1 or np.shape(x) != np.shape(y):
        raise ValueError("x and y must both have shape (N,)")
    denominator = second_moment(x, x)
    if denominator == 0:
        raise ValueError("all x are zero")
    return second_moment(y, x) / denominator


sigma_X = second_moment(size, size)
sigma_XY = second_moment(price, size)
W_1d = fit_1d(size, price)
print(f"{W_1d:.3f} thousand per square metre")
