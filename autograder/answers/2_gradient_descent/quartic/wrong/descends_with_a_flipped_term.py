# diagnosis: term_1_flipped
# points: 2
# cohort: 2027
def quartic_derivative(W):
    return 4 * W**3 + 2.4 * W**2 - 2.4 * W + 0.9


W_stuck, W_best = (
    gradient_descent(quartic_derivative, start, small_eta, many_steps)[-1] for start in (far_out, -far_out)
)
