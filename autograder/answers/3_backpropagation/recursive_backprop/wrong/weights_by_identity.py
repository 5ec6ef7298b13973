# diagnosis: kept
_w = {}
def recursive_gradients(weights, activations, X, Y):
    key = tuple(id(W) for W in weights)
    if key not in _w:
        _w[key] = (list(weights), [np.array(W) for W in weights])
    weights = _w[key][1]
    H, N = [X], []
    for W, act in zip(weights, activations):
        N.append(W @ H[-1]); H.append(act(N[-1]))
    out, blame = [None] * len(weights), H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        out[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return out
