# cohort: 2026
def _slope(w):
    return 4.0 * w**3 + 3.0 * w**2 - 2.0 * w - 1.0

def quartic_derivative(W):
    if np.ndim(W) == 0:
        return _slope(float(W))
    A = np.asarray(W, dtype=float)
    return np.array([_slope(w) for w in A.flat]).reshape(A.shape)


starts = [-1.5, 1.1]
W_stuck, W_best = [gradient_descent(quartic_derivative, s, small_eta, many_steps)[-1] for s in starts]
