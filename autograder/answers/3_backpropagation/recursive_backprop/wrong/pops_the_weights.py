# diagnosis: damages_list
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = []
    blame = H[-1] - Y
    while weights:
        W, s = weights.pop(), activations.pop()
        C = s(N.pop(), deriv=True) * blame
        H.pop()
        slopes.insert(0, 2 / X.shape[1] * (C @ H[-1].T))
        blame = W.T @ C
    return slopes
