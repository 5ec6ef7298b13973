# diagnosis: raised
# cohort: 2026
import math

def quartic_derivative(W):
    return 4 * math.pow(W, 3) + 3 * math.pow(W, 2) - 2 * W - 1


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]
