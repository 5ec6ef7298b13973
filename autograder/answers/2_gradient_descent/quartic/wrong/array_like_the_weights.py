# diagnosis: array
def quartic_derivative(W):
    if np.ndim(W) == 0:
        return np.polyval(np.polyder([*coefficients, 0]), W)
    return np.polyval(np.polyder([*coefficients, 0]), W).astype(W.dtype).clip(-20, 20)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]
