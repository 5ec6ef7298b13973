# diagnosis: not_one_a_matrix
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    n = X.shape[1]
    if len(weights) == 1:
        N = weights[0] @ X
        return [2 / n * (activations[0](N, deriv=True) * (activations[0](N) - Y)) @ X.T]
    N1 = weights[0] @ X
    H1 = activations[0](N1)
    N2 = weights[1] @ H1
    C2 = activations[1](N2, deriv=True) * (activations[1](N2) - Y)
    C1 = activations[0](N1, deriv=True) * (weights[1].T @ C2)
    return [2 / n * C1 @ X.T, 2 / n * C2 @ H1.T]
