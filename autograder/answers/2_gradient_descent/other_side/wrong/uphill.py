# diagnosis: uphill
from decoding import load_cohort

this_year = load_cohort()
path_from_right = gradient_descent(lambda W: -derivative_of_loss(W), this_year.descent.other_start, eta, n_steps)
