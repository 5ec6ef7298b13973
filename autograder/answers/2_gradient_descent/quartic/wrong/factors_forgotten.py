# diagnosis: factors_forgotten
# cohort: 2026
def quartic_derivative(W):
    return W**3 + W**2 - W - 1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]
