# diagnosis: on_a_hill
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = sorted(np.roots(np.polyder([*coefficients, 0])))[1]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]
