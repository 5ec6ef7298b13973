from typing import Union


def derivative_of_loss(W: Union[float, np.ndarray]) -> Union[float, np.ndarray]:
    """Derivative of the quadratic valley with respect to W.

    Accepts a scalar or an array and never modifies its argument.
    """
    if isinstance(W, np.ndarray):
        result = 2.0 * a * W.astype(float)
        assert result.shape == W.shape
        return result
    return 2.0 * a * float(W)
