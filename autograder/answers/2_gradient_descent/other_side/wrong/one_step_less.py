# diagnosis: start_missing
from decoding import load_cohort

this_year = load_cohort()
path_from_right = gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps - 1)
