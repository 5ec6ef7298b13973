def recursive_gradients(weights, activations, X, Y):
    slopes = [np.zeros_like(W) for W in weights]
    for n in range(X.shape[1]):
        H, N = [X[:, [n]]], []
        for W, sigma in zip(weights, activations):
            N.append(W @ H[-1])
            H.append(sigma(N[-1]))
        blame = H[-1] - Y[:, [n]]
        for k in range(len(weights) - 1, -1, -1):
            c = activations[k](N[k], deriv=True) * blame
            slopes[k] += 2 * c @ H[k].T / X.shape[1]
            blame = weights[k].T @ c
    return slopes
