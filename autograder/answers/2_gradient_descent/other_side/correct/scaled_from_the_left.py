from decoding import load_cohort

this_year = load_cohort()
path_from_right = this_year.descent.other_start / W_0 * gradient_descent(derivative_of_loss, W_0, eta, n_steps)
