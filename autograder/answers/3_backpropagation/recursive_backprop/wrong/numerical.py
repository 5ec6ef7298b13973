# diagnosis: by_differences
def recursive_gradients(weights, activations, X, Y):
    def L(Ws):
        H = X
        for W, activation in zip(Ws, activations):
            H = activation(W @ H)
        return np.sum((H - Y) ** 2) / X.shape[1]

    slopes, h = [], 1e-5
    for k in range(len(weights)):
        g = np.zeros(weights[k].shape)
        for place in np.ndindex(g.shape):
            values = []
            for nudge in (h, -h):
                Ws = [W.astype(float) for W in weights]
                Ws[k][place] += nudge
                values.append(L(Ws))
            g[place] = (values[0] - values[1]) / (2 * h)
        slopes.append(g)
    return slopes
