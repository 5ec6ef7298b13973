# diagnosis: second_derivative
# cohort: 2026
def quartic_derivative(W):
    return 12 * W**2 + 6 * W - 2


W_stuck = -1.0
W_best = 0.6404
