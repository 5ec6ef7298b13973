# diagnosis: wrong_shape
def quartic_derivative(W):
    W = np.atleast_1d(W)
    return 4 * W**3 + 3 * W**2 - 2 * W - 1


W_stuck = float(gradient_descent(quartic_derivative, np.array([far_out]), small_eta, many_steps)[-1, 0])
W_best = float(gradient_descent(quartic_derivative, np.array([1.0]), small_eta, many_steps)[-1, 0])
