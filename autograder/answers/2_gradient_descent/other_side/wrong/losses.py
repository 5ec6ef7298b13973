# diagnosis: losses_not_weights
from decoding import load_cohort

this_year = load_cohort()
path_from_right = valley(gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps))
