# diagnosis: second_derivative
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0], 2), W)


def right(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(right, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(right, -0.7 * far_out, small_eta, many_steps)[-1]
