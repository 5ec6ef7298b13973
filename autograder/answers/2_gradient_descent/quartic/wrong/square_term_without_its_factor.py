# diagnosis: factor_2_lost
def quartic_derivative(W):
    fourth, third, second, first = coefficients
    return 4 * fourth * W**3 + 3 * third * W**2 + second * W + first


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]
