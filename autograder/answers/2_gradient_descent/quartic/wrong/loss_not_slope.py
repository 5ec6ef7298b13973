# diagnosis: loss_itself
# cohort: 2026
def quartic_derivative(W):
    return W**4 + W**3 - W**2 - W


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = 0.6404
