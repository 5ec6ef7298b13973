def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    return c1 + W * (2 * c2 + W * (3 * c3 + W * 4 * c4))


rate, steps = small_eta, many_steps
W_stuck = float(gradient_descent(quartic_derivative, far_out, rate, steps)[-1])
ends = gradient_descent(quartic_derivative, np.linspace(-1.5, 1.5, 20), rate, steps)[-1]
W_best = ends[np.argmin(quartic(ends))]
