# diagnosis: wrong_shape
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)
