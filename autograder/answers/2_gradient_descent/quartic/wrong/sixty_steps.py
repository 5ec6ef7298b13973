# diagnosis: not_at_rest
# points: 2
# cohort: 2027
def quartic_derivative(W):
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W - 0.9


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, 60)[-1]
W_best = gradient_descent(quartic_derivative, 1.1, small_eta, many_steps)[-1]
