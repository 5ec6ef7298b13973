# diagnosis: rounded
# cohort: 2026
path_from_right = np.round(gradient_descent(derivative_of_loss, 1.0, eta, n_steps), 2)
