from scipy.optimize import minimize_scalar

def quartic_derivative(W):
    polynomial = np.poly1d([*coefficients, 0])
    return polynomial.deriv()(W)


W_stuck = gradient_descent(quartic_derivative, far_out, small_eta, many_steps)[-1]
W_best = minimize_scalar(quartic, bounds=(0, 1.5), method="bounded").x
