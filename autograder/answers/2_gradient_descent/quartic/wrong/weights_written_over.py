# diagnosis: damages_input
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    total = 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1
    if isinstance(W, np.ndarray):
        W *= 0
        W += total
        return W
    return total


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.7 * far_out, small_eta, many_steps)[-1]
