# diagnosis: loss_itself
quartic_derivative = quartic
slope = np.polyder(np.poly1d([*coefficients, 0]))
W_stuck = gradient_descent(slope, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(slope, -0.7 * far_out, small_eta, many_steps)[-1]
