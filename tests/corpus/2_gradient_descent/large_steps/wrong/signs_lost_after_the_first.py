# diagnosis: wrong_value
from decoding import load_cohort

this_year = load_cohort()
path_large_eta = gradient_descent(derivative_of_loss, W_0, this_year.descent.large_eta, n_steps)
path_large_eta[2:] = np.abs(path_large_eta[2:])
eta_limit = 1 / a
