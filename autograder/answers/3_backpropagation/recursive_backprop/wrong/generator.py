# diagnosis: not_one_a_matrix
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    blame, C = H[-1] - Y, []
    for k in reversed(range(len(weights))):
        C.insert(0, activations[k](N[k], deriv=True) * blame)
        blame = weights[k].T @ C[0]
    return (2 / X.shape[1] * c @ h.T for c, h in zip(C, H))
