# diagnosis: not_defined
from decoding import load_cohort

this_year = load_cohort()
gradient_descent(derivative_of_loss, this_year.descent.other_start, eta, n_steps)
