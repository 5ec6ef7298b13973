def recursive_gradients(weights, activations, X, Y):
    n = X.shape[1]
    H, slopes_of_sigma = [X], []
    for W, sigma in zip(weights, activations):
        N = W @ H[-1]
        slopes_of_sigma.append(sigma(N, deriv=True))
        H.append(sigma(N))
    result = []
    for k in range(len(weights)):
        C = H[-1] - Y
        for j in range(len(weights) - 1, k, -1):
            C = weights[j].T @ (slopes_of_sigma[j] * C)
        result.append(2 / n * (slopes_of_sigma[k] * C) @ H[k].T)
    return tuple(result)
