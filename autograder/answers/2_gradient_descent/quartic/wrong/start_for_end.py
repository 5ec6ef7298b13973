# diagnosis: not_at_rest
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[0]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]
