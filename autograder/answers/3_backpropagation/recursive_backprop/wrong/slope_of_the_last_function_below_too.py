# diagnosis: last_slope_for_all
# points: 2
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss with respect to every weight matrix, from the first layer to the last."""
    H, N = [X], []
    for W, bend in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(bend(N[-1]))
    blame, slopes = H[-1] - Y, []
    for k in reversed(range(len(weights))):
        C = bend(N[k], deriv=True) * blame
        slopes.insert(0, 2 / X.shape[1] * C @ H[k].T)
        blame = weights[k].T @ C
    return slopes
