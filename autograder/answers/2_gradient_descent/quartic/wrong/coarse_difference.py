# diagnosis: coarse_3
def quartic_derivative(W):
    return central_difference(quartic, W, h=0.05)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.0, small_eta, many_steps)[-1]
