def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    total = [np.zeros(W.shape) for W in weights]
    n_moments = X.shape[1]
    for n in range(n_moments):
        H, N = [X[:, n]], []
        for W, s in zip(weights, activations):
            N.append(W @ H[-1])
            H.append(s(N[-1]))
        blame = H[-1] - Y[:, n]
        for k in range(len(weights) - 1, -1, -1):
            c = activations[k](N[k], deriv=True) * blame
            total[k] += 2 * np.outer(c, H[k]) / n_moments
            blame = weights[k].T @ c
    return total
