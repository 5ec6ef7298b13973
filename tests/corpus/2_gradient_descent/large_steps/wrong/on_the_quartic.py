# diagnosis: not_finite
from decoding import load_cohort

this_year = load_cohort()
path_large_eta = gradient_descent(quartic_derivative, W_0 - 5, 10 * this_year.descent.large_eta, n_steps)
eta_limit = 1 / a
