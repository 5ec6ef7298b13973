# diagnosis: not_one_a_matrix
def recursive_gradients(weights, activations, X, Y):
    W3, W2 = weights[-1], weights[-2] if len(weights) > 1 else None
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    C3 = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    slopes = [2 / X.shape[1] * C3 @ H[-2].T]
    if W2 is not None:
        C2 = activations[-2](N[-2], deriv=True) * (W3.T @ C3)
        slopes.insert(0, 2 / X.shape[1] * C2 @ H[-3].T)
    if len(weights) > 2:
        C1 = activations[-3](N[-3], deriv=True) * (W2.T @ C2)
        slopes.insert(0, 2 / X.shape[1] * C1 @ H[-4].T)
    return slopes
