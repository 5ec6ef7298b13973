# diagnosis: hidden_relu_slope
def recursive_gradients(weights, activations, X, Y):
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    slopes = [None] * len(weights)
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in reversed(range(len(weights))):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            C = (N[k - 1] > 0) * (weights[k].T @ C)
    return slopes
