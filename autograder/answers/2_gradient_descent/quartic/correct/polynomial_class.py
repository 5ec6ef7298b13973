from numpy.polynomial import Polynomial

quartic_derivative = Polynomial([0.0, *coefficients[::-1]]).deriv()
valleys = [
    gradient_descent(quartic_derivative, start, small_eta, many_steps)[-1]
    for start in (far_out, -0.7 * far_out)
]
W_stuck, W_best = valleys
