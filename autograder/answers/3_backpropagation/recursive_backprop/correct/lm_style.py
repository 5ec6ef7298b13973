from typing import Callable, List, Sequence


def recursive_gradients(
    weights: Sequence[np.ndarray],
    activations: Sequence[Callable],
    X: np.ndarray,
    Y: np.ndarray,
) -> List[np.ndarray]:
    """Back-propagate through a fully connected network of arbitrary depth.

    Returns a list with the gradient of the mean squared distance for every weight matrix.
    """
    if len(weights) != len(activations):
        raise ValueError("need one activation per weight matrix")
    n_layers = len(weights)
    n_samples = X.shape[1]
    assert Y.shape == (weights[-1].shape[0], n_samples)

    # ---- forward ----
    pre_activations: List[np.ndarray] = []
    layer_inputs: List[np.ndarray] = [X]
    for layer in range(n_layers):
        pre = weights[layer] @ layer_inputs[layer]
        pre_activations.append(pre)
        layer_inputs.append(activations[layer](pre))

    # ---- backward ----
    gradients_list: List[np.ndarray] = []
    delta = layer_inputs[-1] - Y
    for layer in range(n_layers - 1, -1, -1):
        delta = delta * activations[layer](pre_activations[layer], deriv=True)
        gradients_list.append((2.0 / n_samples) * (delta @ layer_inputs[layer].T))
        delta = weights[layer].T @ delta
    gradients_list.reverse()
    for gradient, weight in zip(gradients_list, weights):
        assert gradient.shape == weight.shape
    return gradients_list
