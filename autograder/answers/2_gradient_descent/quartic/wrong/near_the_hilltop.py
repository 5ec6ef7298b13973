# diagnosis: on_a_hill
# cohort: 2027
def quartic_derivative(W):
    return np.polyval(np.polyder([*coefficients, 0]), W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = -0.3
