def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    W = np.asarray(W, dtype=np.float64)
    return 4 * c4 * W**3 + 3 * c3 * np.square(W) + 2 * c2 * W + c1


W_stuck = np.float32(
    gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
)
W_best = np.float32(gradient_descent(quartic_derivative, -0.75 * far_out, small_eta, many_steps)[-1])
