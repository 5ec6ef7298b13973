c4, c3, c2, c1 = coefficients


def quartic_derivative(W):
    return 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.8 * far_out, small_eta, many_steps)[-1]
