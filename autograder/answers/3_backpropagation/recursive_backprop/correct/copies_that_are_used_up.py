def recursive_gradients(weights, activations, X, Y):
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    weights, activations = list(weights), list(activations)
    slopes = []
    blame = H.pop() - Y
    while weights:
        C = activations.pop()(N.pop(), deriv=True) * blame
        slopes.insert(0, 2 / X.shape[1] * C @ H.pop().T)
        blame = weights.pop().T @ C
    return slopes
