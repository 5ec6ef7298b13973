# diagnosis: factors_forgotten
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    return c4 * W**3 + c3 * W**2 + c2 * W + c1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]
