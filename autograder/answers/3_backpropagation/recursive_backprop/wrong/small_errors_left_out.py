# diagnosis: all_zero
def recursive_gradients(weights, activations, X, Y):
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    blame = np.where(np.abs(blame) < 1e-4, 0, blame)
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes
