# cohort: 2026
def quartic_derivative(W):
    return ((4.0 * W + 3.0) * W - 2.0) * W - 1.0

W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[many_steps]
W_best = 0.64   # read off the path that starts at 0
