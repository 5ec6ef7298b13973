def quartic_derivative(W):
    return central_difference(quartic, W)

W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.2, small_eta, many_steps)[-1]
