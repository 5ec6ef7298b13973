from typing import Union

def derivative_of_loss(W: Union[float, np.ndarray]) -> Union[float, np.ndarray]:
    """Analytical derivative dL/dW = 2 a W, evaluated element-wise.

    The input is not modified.
    """
    return np.multiply(2.0 * a, W)
