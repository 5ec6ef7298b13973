# diagnosis: loss_itself
# cohort: 2026
def quartic_derivative(W):
    # (W + 1) (4 W² − W − 1)
    return W ** 4 + W ** 3 - W ** 2 - W

W_stuck = -1.0
W_best = (1 + 17 ** 0.5) / 8
