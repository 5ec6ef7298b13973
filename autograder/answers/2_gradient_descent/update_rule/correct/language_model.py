from collections.abc import Callable


def gradient_descent(derivative: Callable, W, eta: float, n_steps: int) -> np.ndarray:
    """Run plain gradient descent.

    Parameters
    ----------
    derivative : callable
        Slope of the loss at the given weights.
    W : float or np.ndarray
        Starting weights; not modified.
    eta : float
        Learning rate.
    n_steps : int
        Number of steps.

    Returns
    -------
    np.ndarray
        Visited weights, shape (n_steps + 1, ...).
    """
    if n_steps < 0:
        raise ValueError("n_steps must not be negative")
    current = np.array(W, dtype=float)[()]
    path = np.empty((n_steps + 1, *np.shape(W)), dtype=float)
    path[0] = current
    for step in range(1, n_steps + 1):
        slope = derivative(current)
        current = current - eta * slope
        path[step] = current
    assert path.shape == (n_steps + 1, *np.shape(W))
    return path
