c4, c3, c2, c1 = coefficients
quartic_derivative = lambda W: 4 * c4 * np.power(W, 3) + 3 * c3 * np.power(W, 2) + 2 * c2 * np.asarray(W) + c1
ends = gradient_descent(quartic_derivative, np.array([far_out, -far_out]), small_eta, many_steps)[-1]
W_stuck, W_best = ends
