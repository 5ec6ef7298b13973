from decoding import load_cohort

this_year = load_cohort()
def quartic_derivative(W):
    c4, c3, c2, c1 = coefficients
    return c1 + W * (2 * c2 + W * (3 * c3 + W * 4 * c4))


rate, steps = this_year.quartic.eta, this_year.quartic.n_steps
W_stuck = float(gradient_descent(quartic_derivative, this_year.quartic.start, rate, steps)[-1])
ends = gradient_descent(quartic_derivative, np.linspace(-1.5, 1.5, 20), rate, steps)[-1]
W_best = ends[np.argmin(quartic(ends))]
