def update(model, gradients):
    """Perform one gradient-descent step with L2 regularisation (equation 8).

    Parameters
    ----------
    model : DeepNeuralNetwork
        The network whose weights are updated.
    gradients : sequence of three ndarrays
        dL/dW1, dL/dW2, dL/dW3.

    Returns
    -------
    tuple of ndarray
        The new weights.
    """
    if len(gradients) != 3:
        raise ValueError("expected exactly three gradients")
    names = ("W1", "W2", "W3")
    for name, gradient in zip(names, gradients, strict=True):
        weight = getattr(model, name)
        assert weight.shape == gradient.shape, f"shape mismatch for {name}"
        step = gradient + model.l2 * weight
        setattr(model, name, weight - model.eta * step)
    return tuple(getattr(model, name) for name in names)
