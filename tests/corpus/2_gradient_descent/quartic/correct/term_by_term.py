from decoding import load_cohort

this_year = load_cohort()
c4, c3, c2, c1 = coefficients


def quartic_derivative(W):
    return 4 * c4 * W**3 + 3 * c3 * W**2 + 2 * c2 * W + c1


W_stuck = gradient_descent(quartic_derivative, this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.8 * this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
