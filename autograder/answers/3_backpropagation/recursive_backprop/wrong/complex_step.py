# diagnosis: by_differences
def recursive_gradients(weights, activations, X, Y):
    slopes, h = [], 1e-20
    for k, W0 in enumerate(weights):
        g = np.empty(W0.shape)
        for place in np.ndindex(W0.shape):
            Ws = [W.astype(complex) for W in weights]
            Ws[k][place] += 1j * h
            H = X.astype(complex)
            for W, activation in zip(Ws, activations):
                H = activation(W @ H)
            g[place] = (np.sum((H - Y) ** 2) / X.shape[1]).imag / h
        slopes.append(g)
    return slopes
