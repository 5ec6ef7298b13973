def quartic_derivative(W):
    h = 1e-6 * np.maximum(np.abs(W), 1e-3)
    return (quartic(W + h) - quartic(W)) / h
W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, 1.5, small_eta, many_steps)[-1]
