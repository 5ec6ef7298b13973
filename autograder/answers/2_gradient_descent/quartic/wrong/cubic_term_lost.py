# diagnosis: term_3_lost
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    return 4 * c4 * W**3 + 2 * c2 * W + c1


def right(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(right, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(right, -0.7 * far_out, small_eta, many_steps)[-1]
