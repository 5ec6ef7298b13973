# diagnosis: loss_itself
from decoding import load_cohort

this_year = load_cohort()
quartic_derivative = quartic
slope = np.polyder(np.poly1d([*coefficients, 0]))
W_stuck = gradient_descent(slope, this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
W_best = gradient_descent(slope, -0.7 * this_year.quartic.start, this_year.quartic.eta, this_year.quartic.n_steps)[-1]
