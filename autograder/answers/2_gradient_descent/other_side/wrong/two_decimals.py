# diagnosis: rounded
from decoding import load_cohort

path_from_right = np.round(gradient_descent(derivative_of_loss, load_cohort().descent.other_start, eta, n_steps), 2)
