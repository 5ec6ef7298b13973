def recursive_gradients(weights, activations, X, Y):
    H, N = [X.T], []
    for W, sigma in zip(weights, activations):
        N.append(H[-1] @ W.T)
        H.append(sigma(N[-1]))
    slopes, blame = [], H[-1] - Y.T
    for W, sigma, pre, below in list(zip(weights, activations, N, H))[::-1]:
        C = blame * sigma(pre, deriv=True)
        slopes.append((below.T @ C).T * (2 / len(X.T)))
        blame = C @ W
    return slopes[::-1]
