import math


def count_weights(n_inputs: int, n_outputs: int) -> int:
    """Number of weights of a linear map without a bias."""
    assert n_inputs > 0 and n_outputs > 0
    return math.prod((n_inputs, n_outputs))


n_linear_parameters: int = count_weights(session.X_train.shape[0], session.Y_train.shape[0])
