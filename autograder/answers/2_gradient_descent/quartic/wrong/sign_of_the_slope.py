# diagnosis: sign_flipped
def quartic_derivative(W):
    return -np.polyval(np.polyder([*coefficients, 0]), W)


def downhill(W):
    return -quartic_derivative(W)


W_stuck = gradient_descent(downhill, far_out, small_eta, many_steps)[-1]
W_best = gradient_descent(downhill, -0.7 * far_out, small_eta, many_steps)[-1]
