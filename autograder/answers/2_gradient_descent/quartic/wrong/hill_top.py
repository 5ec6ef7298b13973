# diagnosis: still_stuck
# cohort: 2026
def quartic_derivative(W):
    # (W + 1) (4 W² − W − 1)
    return (W + 1) * (4 * W * W - W - 1)

W_stuck = -1.0
W_best = (1 - 17 ** 0.5) / 8
