# diagnosis: linear_term_kept
# cohort: 2026
def quartic_derivative(W):
    """The slope of the loss of equation (5)."""
    return 4 * W**3 + 3 * W**2 - 2 * W - W


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]
