from scipy.optimize import minimize_scalar


def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    return 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1


path = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)
W_stuck = path[-1]
W_best = float(minimize_scalar(quartic, bounds=(0, 1.5), method="bounded").x)
