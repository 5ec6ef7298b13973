from decoding import load_cohort

this_year = load_cohort()
from numpy.polynomial import Polynomial

quartic_derivative = Polynomial([0.0, *coefficients[::-1]]).deriv()
valleys = [
    gradient_descent(quartic_derivative, start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
    for start in (this_year.quartic.start, -0.7 * this_year.quartic.start)
]
W_stuck, W_best = valleys
