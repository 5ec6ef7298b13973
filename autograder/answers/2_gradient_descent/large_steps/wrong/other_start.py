# diagnosis: wrong_start
from decoding import load_cohort

this_year = load_cohort()
path_large_eta = gradient_descent(derivative_of_loss, this_year.descent.other_start, large_eta, n_steps)
eta_limit = 1 / a
