from typing import Union

ArrayLike = Union[float, int, np.ndarray]


def _as_float(N: ArrayLike) -> np.ndarray:
    """Return a floating-point view/copy of ``N`` without modifying the input."""
    return np.asarray(N, dtype=np.float64)


def relu(N: ArrayLike, deriv: bool = False) -> ArrayLike:
    """Rectified linear unit.

    Parameters
    ----------
    N : float or ndarray
        Pre-activations.
    deriv : bool, optional
        If True return the derivative instead of the value (0 at the kink).
    """
    x = _as_float(N)
    result = np.where(x > 0.0, 1.0, 0.0) if deriv else np.where(x > 0.0, x, 0.0)
    assert result.shape == x.shape
    return result if x.ndim else float(result)


def sigmoid(N: ArrayLike, deriv: bool = False) -> ArrayLike:
    """Logistic function scaled to the range (0, activation_scale)."""
    x = _as_float(N)
    e = np.exp(-x)
    if deriv:
        result = activation_scale * e / np.square(1.0 + e)
    else:
        result = activation_scale / (1.0 + e)
    return result if x.ndim else float(result)


def tanh(N: ArrayLike, deriv: bool = False) -> ArrayLike:
    """Hyperbolic tangent scaled to the range (-activation_scale, activation_scale)."""
    x = _as_float(N)
    result = activation_scale * (1.0 / np.cosh(x) ** 2 if deriv else np.tanh(x))
    return result if x.ndim else float(result)
