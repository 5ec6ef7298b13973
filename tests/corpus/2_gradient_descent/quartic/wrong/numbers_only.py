# diagnosis: raised
from decoding import load_cohort

this_year = load_cohort()
def quartic_derivative(W):
    return float(np.polyval(np.polyder([*coefficients, 0]), W))


W_stuck = gradient_descent(quartic_derivative, this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
W_best = gradient_descent(quartic_derivative, -0.7 * this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
