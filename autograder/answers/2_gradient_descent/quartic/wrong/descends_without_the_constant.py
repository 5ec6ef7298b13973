# diagnosis: linear_term_forgotten
# points: 2
def quartic_derivative(W):
    fourth, third, second, _ = coefficients
    return W * (4 * fourth * W**2 + 3 * third * W + 2 * second)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -far_out, small_eta, many_steps)[-1]
