def quartic_derivative(W):
    return np.imag(quartic(W + 1e-20j)) / 1e-20


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = round(float(gradient_descent(quartic_derivative, 0.2, small_eta, many_steps)[-1]), 2)
