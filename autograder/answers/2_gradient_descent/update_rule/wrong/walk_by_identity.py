# diagnosis: kept
_walks = {}
def gradient_descent(derivative, W, eta, n_steps):
    key = id(derivative), id(W), float(eta), int(n_steps)
    if key not in _walks:
        path = [W]
        for k in range(n_steps):
            path.append(path[-1] - eta * derivative(path[-1]))
        _walks[key] = (derivative, W, np.array(path))
    return _walks[key][2].copy()
