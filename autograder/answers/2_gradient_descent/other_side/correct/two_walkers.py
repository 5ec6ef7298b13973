# cohort: 2026
both = gradient_descent(derivative_of_loss, np.array([-1.0, 1.0]), eta, n_steps)
path_from_right = both[:, 1]
