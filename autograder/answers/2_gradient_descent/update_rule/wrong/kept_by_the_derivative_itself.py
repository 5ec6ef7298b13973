# diagnosis: other_hill
_s = {}
def gradient_descent(derivative, W, eta, n_steps):
    k = (np.asarray(W, dtype=float).tobytes(), np.shape(W), eta, n_steps, derivative)
    if k in _s:
        return _s[k].copy()
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    _s[k] = np.array(path)
    return _s[k].copy()
