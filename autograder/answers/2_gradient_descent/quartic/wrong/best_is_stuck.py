# diagnosis: still_stuck
# cohort: 2026
def quartic_derivative(W):
    return 4 * W**3 + 3 * W**2 - 2 * W - 1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.5, small_eta, many_steps)[-1]
