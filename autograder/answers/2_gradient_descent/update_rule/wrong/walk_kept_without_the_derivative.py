# diagnosis: other_hill
_w = {}
def gradient_descent(derivative, W, eta, n_steps):
    key = (np.array(W, float).tobytes(), np.shape(W), eta, n_steps)
    if key not in _w:
        path = [np.array(W, float)]
        for _ in range(n_steps): path.append(path[-1] - eta * derivative(path[-1]))
        _w[key] = np.array(path)
    return _w[key].copy()
