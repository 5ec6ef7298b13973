def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = round(float(gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]), 2)
W_best = round(float(gradient_descent(quartic_derivative, -far_out, small_eta, many_steps)[-1]), 2)
