# cohort: 2026
def quartic_derivative(W):
    result = 4 * np.power(W, 3.0) + 3 * np.power(W, 2.0) - 2.0 * np.asarray(W) - 1.0
    return result


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
_ends = gradient_descent(quartic_derivative, np.linspace(-1.5, 1.2, 30), small_eta, 800)[-1]
W_best = _ends[np.argmin(quartic(_ends))]
