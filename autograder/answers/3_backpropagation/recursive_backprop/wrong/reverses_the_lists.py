# diagnosis: damages_list
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    weights.reverse()
    activations.reverse()
    N.reverse()
    H.reverse()
    blame = H[0] - Y
    slopes = []
    for k in range(len(weights)):
        C = activations[k](N[k], deriv=True) * blame
        slopes.append(2 / X.shape[1] * (C @ H[k + 1].T))
        blame = weights[k].T @ C
    return slopes[::-1]
